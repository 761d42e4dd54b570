// What to write instead, as a person is told.

/** “end the node with ===” is only said; a name or a piece of script is asked about. */
export function isAdvice(suggestion: string): boolean {
  return /^\p{Ll}+ /u.test(suggestion);
}

export function helpFor(suggestion: string): string {
  return isAdvice(suggestion) ? suggestion : `did you mean ${suggestion}`;
}
