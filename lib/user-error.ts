import type { LocalizedText } from '../constructs';

/** Something that the caller can mend, said in both languages; ends a command with exit code 1. */
export class UserError extends Error {
  constructor(readonly text: LocalizedText) {
    super(text.en);
    this.name = 'UserError';
  }
}
