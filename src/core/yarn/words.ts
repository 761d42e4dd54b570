// The words of a command: split at spaces, text in double quotes is one word, `\"` and `\\` inside it as written elsewhere.

export function wordsOf(command: string): string[] {
  const words: string[] = [];
  let word = '';
  let isWord = false;
  let isQuoted = false;
  for (let i = 0; i < command.length; i++) {
    const c = command[i];
    if (isQuoted && c === '\\' && (command[i + 1] === '"' || command[i + 1] === '\\')) word += command[++i];
    else if (c === '"') {
      isQuoted = !isQuoted;
      isWord = true;
    } else if (!isQuoted && (c === ' ' || c === '\t' || c === '\n' || c === '\r')) {
      if (isWord) words.push(word);
      word = '';
      isWord = false;
    } else {
      word += c;
      isWord = true;
    }
  }
  if (isWord) words.push(word);
  return words;
}
