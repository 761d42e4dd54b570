// All that a player's page needs of dialogue: what the size test builds.
export { createTeller } from '../../src/core/story/tell.ts';
export { render } from '../../src/core/story/text.ts';
