// Sine without Math.sin, whose last bits differ between engines: a Q30 table of 4096 steps to the turn.
// The table is built with + and × on doubles, which IEEE 754 fixes to the bit everywhere, and is checked
// against a stored hash by tests/core/math.

const imul = Math.imul;

export const SINE_STEPS = 4096;
/** From an angle to its step, and the mask that wraps a step. */
const SHIFT = 20;
export const SINE_SHIFT = SHIFT;
const QUARTER = SINE_STEPS / 4;

/**
 * One step past the turn, so that interpolation never has to wrap. Hot loops read it directly, each module through a
 * constant of its own: V8 knows where a module's own constant lies, and asks anew at every use of an imported one.
 */
const TABLE = buildTable();
export const SINE = TABLE;

function buildTable(): Int32Array {
  const table = new Int32Array(SINE_STEPS + 1);
  for (let i = 0; i <= QUARTER; i++) {
    const value = Math.floor(taylorSine((i / SINE_STEPS) * 6.283185307179586) * 0x4000_0000 + 0.5);
    table[i] = value;
    table[SINE_STEPS / 2 - i] = value;
    table[SINE_STEPS / 2 + i] = -value;
    table[SINE_STEPS - i] = -value;
  }
  return table;
}

/** Good to 1e-17 on a quarter turn; only ever called to build the table. */
function taylorSine(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; k < 13; k++) {
    term = (term * (-x * x)) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return sum;
}

/** Q30 sine of an angle. */
export function sine(angle: number): number {
  const step = angle >>> SHIFT;
  const low = TABLE[step];
  return (low + (imul(TABLE[step + 1] - low, (angle >>> 10) & 1023) >> 10)) | 0;
}

/** Q30 cosine of an angle. */
export function cosine(angle: number): number {
  return sine((angle + 0x4000_0000) | 0);
}

/** Steps of the table to the radian, for the guess below. */
const STEPS_A_RADIAN = SINE_STEPS / 6.283185307179586;

/**
 * The angle of the vector (x, y), down to a step of the table, without an arctangent: a polynomial guesses the step to
 * about one, and the table then decides, so that how good the guess is can only change how long it takes.
 */
export function angleOf(x: number, y: number): number {
  if (x === 0 && y === 0) return 0;
  const ax = x < 0 ? -x : x;
  const ay = y < 0 ? -y : y;
  const t = ax < ay ? ax / ay : ay / ax;
  const arc = t * (0.995354 - t * t * (0.288679 - t * t * 0.079331)) * STEPS_A_RADIAN;
  let step = Math.floor(ax < ay ? QUARTER - arc : arc);
  if (step < 0) step = 0;
  else if (step > QUARTER - 1) step = QUARTER - 1;
  while (step < QUARTER - 1 && isAtOrPast(step + 1, ax, ay)) step++;
  while (step > 0 && !isAtOrPast(step, ax, ay)) step--;
  let angle = step << SHIFT;
  if (x < 0) angle = (0x8000_0000 - angle) | 0;
  return y < 0 ? -angle | 0 : angle;
}

/** sin(step) · ax ≤ cos(step) · ay: the vector's angle is at the step or past it. Doubles round these products, everywhere alike. */
function isAtOrPast(step: number, ax: number, ay: number): boolean {
  return TABLE[step] * ax <= TABLE[QUARTER - step] * ay;
}
