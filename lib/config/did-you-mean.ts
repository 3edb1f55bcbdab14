/** Words longer than this are not names that somebody typed, and comparing them would cost quadratic time. */
const LONGEST_NAME = 200;

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] as number) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] as number;
}

/**
 * The candidate that the word is most likely a misspelling of, for the "did you mean" of an error.
 *
 * Upper and lower case count as equal. Up to a third of the word may differ, three letters at most; of equally near
 * candidates the first wins.
 *
 * @param word - what was written
 * @param candidates - what could have been meant
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  // Every other letter is one edit away from a letter, so that says nothing.
  if (word.length < 2 || word.length > LONGEST_NAME) return undefined;
  const wanted = word.toLowerCase();
  let nearest: string | undefined;
  let limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits > limit) continue;
    nearest = candidate;
    if (edits === 0) break;
    limit = edits - 1;
  }
  return nearest;
}
