// src/core/network/step.ts in C: the same order, formats, sine table and dice over one int32 array. It says what the same
// algorithm costs without a JavaScript engine, and must end in the same bits. Hazards, kinds and tools stay at home: the
// networks it is given have none, and no timer is due in them.
//
//   step <input> <output> <ticks> <repeats>
//
// Input, int32 words: the words of `Word`, the sine table, the state. Prints the nanoseconds of CPU time of each repeat,
// one a line; every repeat starts over, and the output is the state after the last.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int32_t i32;
typedef uint32_t u32;

// Header words, as in layout.ts.
enum {
  TICK, RANDOM, ENERGY = 5, HELD_FOR, OUTCOME, LOAD, AUTHENTICITY, SUM_X, SUM_Y, COUNTED, NEXT_TIMER,
  HAZARD_RATE, HAZARD_CARRY, UNLIMITED, BEST_HELD = 22, LOST_AT,
};
enum { PLAYING, WON, OUT_OF_TIME, SELVES_LOST };

// What native.ts writes before the table: keep the two lists alike.
enum Word {
  SIZE, NODES, BONDS, GROUPS, SUMS,
  PHASE, SPEED, RHYTHM, BASE, BIRTH, EMIT, FEEL, AGITATION, LOSS, GROUP, PART, HOLDER, COUNTS,
  FROM, TO, PULL, INTERVAL, TRUST, FLOOR, GROW, FADE,
  GAIN, NOISE, EASE, CALM, ENERGY_MOST, ENERGY_GAIN, LIMIT, HOLD, TARGET, WANTED,
  WORDS,
};
enum { TABLE = 4097 };

static i32 rules[WORDS];
static i32 table[TABLE];
static i32 *forces;

// Wrapping is what int32 in JavaScript does, and undefined for int in C.
static inline i32 add(i32 a, i32 b) { return (i32)((u32)a + (u32)b); }
static inline i32 sub(i32 a, i32 b) { return (i32)((u32)a - (u32)b); }
static inline i32 mul(i32 a, i32 b) { return (i32)((u32)a * (u32)b); }

static void pull_bonds(i32 *restrict s, i32 *restrict force) {
  const i32 nodes = rules[NODES], bonds = rules[BONDS];
  const i32 *phase = s + rules[PHASE], *emit = s + rules[EMIT], *agitation = s + rules[AGITATION];
  const i32 *from = s + rules[FROM], *to = s + rules[TO], *pull = s + rules[PULL], *interval = s + rules[INTERVAL];
  const i32 *floors = s + rules[FLOOR], *grow = s + rules[GROW], *fade = s + rules[FADE];
  i32 *trust = s + rules[TRUST];
  memset(force, 0, sizeof(i32) * (size_t)nodes);
  for (i32 e = 0; e < bonds; e++) {
    const i32 sign = pull[e];
    if (sign == 0) continue;
    const i32 a = from[e], b = to[e];
    const u32 apart = (u32)phase[b] - (u32)phase[a] - (u32)interval[e];
    const i32 fine = (apart >> 10) & 1023;
    const u32 step = apart >> 20;
    const i32 low = table[step];
    const i32 sine = low + (mul(table[step + 1] - low, fine) >> 10);
    const i32 cosine = table[(step + 1024) & 4095];
    const i32 held = trust[e];
    const i32 f = mul(sign, mul(held >> 15, sine >> 15) >> 10);
    force[a] = add(force[a], mul(f, emit[b]));
    force[b] = sub(force[b], mul(f, emit[a]));

    const i32 want = (cosine >> 14) - 32768 - (held >> 15);
    i32 next;
    if (want > 0) {
      const i32 agi_a = agitation[a], agi_b = agitation[b];
      const i32 calm = 32768 - (agi_a > agi_b ? agi_a : agi_b);
      next = add(held, mul(mul(want, calm) >> 15, grow[e]));
    } else {
      next = add(held, mul(want, fade[e]));
    }
    const i32 least = floors[e];
    if (next < least) next = least;
    else if (next > 0x40000000) next = 0x40000000;
    trust[e] = next;
  }
}

static void turn_nodes(i32 *restrict s, const i32 *restrict force) {
  const i32 nodes = rules[NODES], gain = rules[GAIN], noise = rules[NOISE], ease = rules[EASE], calm = rules[CALM];
  i32 *phase = s + rules[PHASE], *speed = s + rules[SPEED], *rhythm = s + rules[RHYTHM], *agitation = s + rules[AGITATION];
  const i32 *base = s + rules[BASE], *feel = s + rules[FEEL], *holder = s + rules[HOLDER];
  const i32 half = (1 << ease) >> 1;
  u32 r0 = (u32)s[RANDOM], r1 = (u32)s[RANDOM + 1], r2 = (u32)s[RANDOM + 2], r3 = (u32)s[RANDOM + 3];
  for (i32 i = 0; i < nodes; i++) {
    const u32 x = r1 * 5;
    const i32 draw = (i32)(((x << 7) | (x >> 25)) * 9);
    const u32 m2 = r2 ^ r0, m3 = r3 ^ r1, shifted = r1 << 9;
    r1 ^= m2;
    r0 ^= m3;
    r2 = m2 ^ shifted;
    r3 = (m3 << 11) | (m3 >> 21);

    const i32 agi = agitation[i];
    if (holder[i] == 0) {
      const i32 pulled = add(mul(add(force[i], 2048) >> 12, mul(gain, feel[i]) >> 5), 2) >> 2;
      const i32 own = rhythm[i];
      const i32 turned = add(add(own, pulled), mul(draw >> 17, agi + noise) >> 3);
      phase[i] = add(phase[i], turned);
      speed[i] = turned;
      rhythm[i] = add(own, add(sub(base[i], own), half) >> ease);
    } else {
      speed[i] = 0;
    }
    if (agi > 0) agitation[i] = agi - (agi >> calm) - 1;
  }
  s[RANDOM] = (i32)r0;
  s[RANDOM + 1] = (i32)r1;
  s[RANDOM + 2] = (i32)r2;
  s[RANDOM + 3] = (i32)r3;
}

static void measure(i32 *s) {
  const i32 nodes = rules[NODES], groups = rules[GROUPS];
  const i32 *phase = s + rules[PHASE], *part = s + rules[PART], *group = s + rules[GROUP], *counts = s + rules[COUNTS];
  const i32 *loss = s + rules[LOSS], *base = s + rules[BASE], *birth = s + rules[BIRTH];
  i32 *sums = s + rules[SUMS];
  memset(sums, 0, sizeof(i32) * 3 * (size_t)groups);
  int64_t lost = 0;
  i32 n = 0;
  for (i32 i = 0; i < nodes; i++) {
    if (counts[i] == 0) continue;
    const u32 step = ((u32)phase[i] - (u32)part[i]) >> 20;
    i32 *at = sums + group[i] * 3;
    at[0] += table[(step + 1024) & 4095] >> 16;
    at[1] += table[step] >> 16;
    at[2]++;
    const i32 away = sub(base[i], birth[i]) >> 11;
    lost += loss[i] + (away < 0 ? -away : away);
    n++;
  }
  i32 x = 0, y = 0;
  for (i32 g = 0; g < groups; g++) {
    x += sums[g * 3];
    y += sums[g * 3 + 1];
  }
  s[SUM_X] = x;
  s[SUM_Y] = y;
  s[COUNTED] = n;
  const int64_t left = 32768 - (n > 0 ? lost / n : 0) - (s[LOAD] >> 9);
  s[AUTHENTICITY] = left < 0 ? 0 : (i32)left;
}

// authenticityAtBest: without the load that wears off; counted again where the load hides all there is.
static int64_t at_best(const i32 *s) {
  if (s[AUTHENTICITY] > 0) return s[AUTHENTICITY] + (s[LOAD] >> 9);
  int64_t lost = 0;
  for (i32 i = 0; i < rules[NODES]; i++) {
    if (s[rules[COUNTS] + i] == 0) continue;
    const i32 away = sub(s[rules[BASE] + i], s[rules[BIRTH] + i]) >> 11;
    lost += s[rules[LOSS] + i] + (away < 0 ? -away : away);
  }
  return 32768 - (s[COUNTED] > 0 ? lost / s[COUNTED] : 0);
}

static int is_coherent(int64_t x, int64_t y, int64_t n, int64_t target) {
  return n > 0 && x * x + y * y >= target * target * n * n;
}

static void judge(i32 *s) {
  if (s[AUTHENTICITY] >= rules[WANTED] && is_coherent(s[SUM_X], s[SUM_Y], s[COUNTED], rules[TARGET])) {
    s[HELD_FOR]++;
    if (s[HELD_FOR] > s[BEST_HELD]) s[BEST_HELD] = s[HELD_FOR];
    if (s[HELD_FOR] >= rules[HOLD]) {
      s[OUTCOME] = WON;
      return;
    }
  } else if (s[HELD_FOR] > 0) {
    if (s[HELD_FOR] == s[BEST_HELD]) s[LOST_AT] = s[TICK];
    s[HELD_FOR] = s[HELD_FOR] > 2 ? s[HELD_FOR] - 2 : 0;
  }
  if (at_best(s) < rules[WANTED]) s[OUTCOME] = SELVES_LOST;
  else if (s[TICK] >= rules[LIMIT] && s[UNLIMITED] == 0) s[OUTCOME] = OUT_OF_TIME;
}

static void step_network(i32 *s) {
  if (s[OUTCOME] != PLAYING) return;
  s[TICK]++;
  const i32 energy = s[ENERGY] + rules[ENERGY_GAIN];
  s[ENERGY] = energy > rules[ENERGY_MOST] ? rules[ENERGY_MOST] : energy;
  s[LOAD] -= s[LOAD] >> 13;
  if (s[TICK] >= s[NEXT_TIMER]) exit(3);
  s[HAZARD_CARRY] += s[HAZARD_RATE];
  if (s[HAZARD_CARRY] >= 100) s[HAZARD_CARRY] -= 100;
  pull_bonds(s, forces);
  turn_nodes(s, forces);
  measure(s);
  judge(s);
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  FILE *in = fopen(argv[1], "rb");
  if (in == NULL || fread(rules, sizeof(i32), WORDS, in) != WORDS || fread(table, sizeof(i32), TABLE, in) != TABLE) return 2;
  const size_t size = (size_t)rules[SIZE];
  i32 *start = malloc(size * sizeof(i32)), *s = malloc(size * sizeof(i32));
  forces = malloc((size_t)rules[NODES] * sizeof(i32));
  if (start == NULL || s == NULL || forces == NULL || fread(start, sizeof(i32), size, in) != size) return 2;
  fclose(in);

  const long ticks = atol(argv[3]), repeats = atol(argv[4]);
  for (long k = 0; k < repeats; k++) {
    struct timespec a, b;
    memcpy(s, start, size * sizeof(i32));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    for (long t = 0; t < ticks; t++) step_network(s);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    printf("%lld\n", (long long)(b.tv_sec - a.tv_sec) * 1000000000LL + (b.tv_nsec - a.tv_nsec));
  }

  FILE *out = fopen(argv[2], "wb");
  if (out == NULL || fwrite(s, sizeof(i32), size, out) != size || fclose(out) != 0) return 2;
  return 0;
}
