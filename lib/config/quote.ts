/** Longer values are cut in messages, in characters. */
const LONGEST_SHOWN = 80;

// Control and direction characters that JSON leaves alone could rewrite the reader's terminal or reorder the line.
const DECEPTIVE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A value from a config file for use inside a message: quoted, on one line, cut when long.
 *
 * @param text - the value
 */
export function quote(text: string): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return JSON.stringify(shown).replace(
    DECEPTIVE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
