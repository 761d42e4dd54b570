// Sine without Math.sin, whose last bits differ between engines: a Q30 table of 4096 steps to the turn.
// The table is built with + and × on doubles, which IEEE 754 fixes to the bit everywhere, and is checked
// against a stored hash by tests/core/math.

const imul = Math.imul;

export const SINE_STEPS = 4096;
/** From an angle to its step, and the mask that wraps a step. */
export const SINE_SHIFT = 20;
const QUARTER = SINE_STEPS / 4;

/** One step past the turn, so that interpolation never has to wrap. Hot loops read it directly. */
export const SINE = buildTable();

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
  const step = angle >>> SINE_SHIFT;
  const low = SINE[step];
  return (low + (imul(SINE[step + 1] - low, (angle >>> 10) & 1023) >> 10)) | 0;
}

/** Q30 cosine of an angle. */
export function cosine(angle: number): number {
  return sine((angle + 0x4000_0000) | 0);
}

/** The angle of the vector (x, y), to a step of the table: a binary search, so that no arctangent is needed. */
export function angleOf(x: number, y: number): number {
  if (x === 0 && y === 0) return 0;
  const ax = x < 0 ? -x : x;
  const ay = y < 0 ? -y : y;
  let low = 0;
  let high = QUARTER;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    // sin(m) * ax <= cos(m) * ay  <=>  the angle is at or past m; products stay far below 2^53.
    if (SINE[middle] * ax <= SINE[QUARTER - middle] * ay) low = middle;
    else high = middle;
  }
  let angle = low << SINE_SHIFT;
  if (x < 0) angle = (0x8000_0000 - angle) | 0;
  return y < 0 ? -angle | 0 : angle;
}
