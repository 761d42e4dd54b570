/** Whether one points with a finger here, and words should speak of taps. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
