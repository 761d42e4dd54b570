// What the one switch says of a stop that has no button of its own.

export const SCAN_WORDS = { back: 'Back to the tools' } as const;
