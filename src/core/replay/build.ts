// Which core this is. A replay names the build it was made on, and only that build may judge it: after a change of the
// rules an old run is unverifiable, not wrong.

/**
 * Raise it whenever the same content, seed and actions no longer give the same hashes: a changed order in a step, a new
 * word in the World, another draw of the dice. `tests/replays` fails when the rules moved and this did not; then raise it
 * and regenerate (see tests/replays/README.md). Released builds are kept, so that old runs can still be judged.
 */
export const BUILD = 'core-1';
