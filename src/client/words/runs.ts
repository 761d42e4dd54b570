// What is said of a run that is watched.

export const WATCH_WORDS = {
  fetching: 'The run is being fetched.',
  noSuchRun: 'There is no such run to watch. It may have been hidden, or its player has left.',
  noService: 'The boards do not answer. Try again in a while.',
  damaged: 'What came is no run that can be read.',
  otherVersion: 'That run was played with another version of the game. Its time stands; this version cannot show it.',
  watching: (by: string, time: string, isLive: boolean): string =>
    `You are watching ${by === '' ? 'a run' : by}: ${time}${isLive ? ', timed while it was played' : ''}. Your hands do nothing here.`,
} as const;
