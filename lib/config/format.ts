import { z } from 'zod';
import type { LocalizedText } from '../../constructs';

/** What a string must look like, in words; people do not read regular expressions. */
export interface Format {
  /** A noun phrase, for example `an account id of 12 digits`. */
  readonly expected: LocalizedText;
  /** A value that is right. @default - the words say enough */
  readonly example?: string;
}

/** The wording of each string schema; read by the error messages and by the JSON Schemas (`examples`). */
export const formats = z.registry<Format>();

/**
 * A string schema that matches a pattern and can say so in words.
 *
 * @param pattern - anchored regular expression
 * @param en - the same in words, a noun phrase
 * @param ko - the same in Korean, a noun phrase
 * @param example - a value that matches
 */
export function formatted(pattern: RegExp, en: string, ko: string, example: string): z.ZodString {
  return z.string().regex(pattern).register(formats, { expected: { en, ko }, example });
}
