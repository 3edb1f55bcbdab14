/** @throws Error when a value is listed twice */
export function requireUnique(prop: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new Error(`'${prop}' lists ${JSON.stringify(twice)} twice: remove one`);
}
