/** Truth of a condition when a fact may be missing: Kleene's three-valued logic. */
export type Trilean = boolean | 'unknown';

/** Negation; what is unknown stays unknown. */
export function not(value: Trilean): Trilean {
  return value === 'unknown' ? value : !value;
}

/** Whether every item passes: one `false` settles it, whatever else is unknown. */
export function every<T>(items: readonly T[], test: (item: T) => Trilean): Trilean {
  let result: Trilean = true;
  for (const item of items) {
    const outcome = test(item);
    if (outcome === false) return false;
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}

/** Whether some item passes: one `true` settles it, whatever else is unknown. */
export function some<T>(items: readonly T[], test: (item: T) => Trilean): Trilean {
  let result: Trilean = false;
  for (const item of items) {
    const outcome = test(item);
    if (outcome === true) return true;
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}
