// The modules that the plugin in tools/vite makes of dialogue/.
// A module that is only declared cannot import by a relative name, so the type is fetched where it stands.
/* oxlint-disable typescript/consistent-type-imports */

/** The project of `dialogue/`. */
declare module 'virtual:dialogue' {
  const dialogue: import('./core/story/dialogue.ts').Dialogue;
  export default dialogue;
}

/** While a writer works: each time what was saved compiles, the new one. In what ships nothing is ever said here. */
declare module 'virtual:dialogue/hot' {
  /** Returns how to stop listening. */
  export function onDialogue(listener: (dialogue: import('./core/story/dialogue.ts').Dialogue) => void): () => void;
}

/** A whole project. */
declare module '*.yarnproject' {
  const dialogue: import('./core/story/dialogue.ts').Dialogue;
  export default dialogue;
}

/** One file alone, with the commands and functions of the project it belongs to. */
declare module '*.yarn' {
  const dialogue: import('./core/story/dialogue.ts').Dialogue;
  export default dialogue;
}
