type Settings = Record<string, unknown>;

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(left: unknown, right: unknown, path: string[]): unknown {
  if (isSettings(left) && isSettings(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return Object.fromEntries(
      keys.map((key) => [
        key,
        key in left && key in right
          ? merge(left[key], right[key], [...path, key])
          : key in left
            ? left[key]
            : right[key],
      ]),
    );
  }
  if (JSON.stringify(left) === JSON.stringify(right)) return left;
  throw new Error(
    `'${path.join('.')}' is ${JSON.stringify(left)} in one guardrail and ${JSON.stringify(right)} in another: give it one value, or attach them to different targets`,
  );
}

/**
 * Merges the contents of several settings guardrails of one policy type, key by key.
 *
 * @throws if two contents give one key different values
 */
export function mergeSettings(contents: Settings[]): Settings {
  return contents.reduce<Settings>((merged, content) => merge(merged, content, []) as Settings, {});
}
