import { Composer, CST, type Document, type ErrorCode, Lexer, Parser, type YAMLParseError } from 'yaml';
import type { LocalizedText } from '../../constructs';
import { REFUSED, syntaxMessage, TOO_MANY, tooDeep, UNCLOSED_QUOTE } from './yaml-messages';

/** Mappings and lists may be nested this deep; the deepest policy needs about ten levels. */
const MAX_DEPTH = 40;

/** Keys, values, spaces, line ends and so on that one file may have; 1,000 accounts need a quarter. */
const MAX_LEXEMES = 500_000;

/** A complaint about a place in the text. */
export interface TextProblem {
  /** Index into the text, in UTF-16 code units. */
  readonly offset: number;
  readonly message: LocalizedText;
}

/** One YAML text, composed. */
export interface ComposedYaml {
  /** The first document. @default - the text is no YAML; the problems say why */
  readonly document?: Document.Parsed;
  readonly problems: TextProblem[];
}

const REFUSED_TOKENS: Partial<Record<CST.TokenType, LocalizedText>> = {
  alias: REFUSED.alias,
  anchor: REFUSED.alias,
  tag: REFUSED.tag,
  'directive-line': REFUSED.directive,
};

// Reported already from the token, at the exact place and whether or not the package knows the tag.
const REPORTED_FROM_TOKENS: ReadonlySet<ErrorCode> = new Set(['TAG_RESOLVE_FAILED', 'BAD_DIRECTIVE']);

const TAB: ErrorCode = 'TAB_AS_INDENT';

// After one of these the parser still sees the structure of the rest of the file.
const LOCAL_ERRORS: ReadonlySet<ErrorCode> = new Set([
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  TAB,
]);

/**
 * Reads YAML into a document tree, refusing what a config file must not use.
 *
 * The composer of the `yaml` package recurses, so nesting is limited while tokens are read, before a tree exists.
 *
 * @param text - without byte order mark and control characters
 */
export function composeYaml(text: string): ComposedYaml {
  const problems: TextProblem[] = [];
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let scalarFollows = false;
  let lexemes = 0;
  let unclosedAt: number | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    // Text may start like a token: "* item" in a block scalar is no alias.
    const type: CST.TokenType | null = scalarFollows ? null : CST.tokenType(lexeme);
    const refused = type === null ? undefined : REFUSED_TOKENS[type];
    if (refused) problems.push({ offset: parser.offset, message: refused });
    if (unclosedAt === undefined && isUnclosed(lexeme, type)) unclosedAt = parser.offset;
    scalarFollows = type === 'scalar';
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document, the open collections and at most one scalar.
    const deep = parser.stack.length > MAX_DEPTH + 2;
    if (deep || ++lexemes > MAX_LEXEMES) {
      const message = deep ? tooDeep(MAX_DEPTH) : TOO_MANY;
      return { problems: [...problems, { offset: parser.offset - lexeme.length, message }] };
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    // Ours is linear and bilingual.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (second) problems.push({ offset: second.range[0], message: REFUSED.documents });
  const errors = document?.errors.filter(({ code }) => !REPORTED_FROM_TOKENS.has(code)) ?? [];
  if (unclosedAt !== undefined) problems.push({ offset: unclosedAt, message: UNCLOSED_QUOTE });
  // The parser complains about an open quote where the file ends; a person looks for where it starts.
  const all = [...problems, ...causes(errors, text).filter(({ offset }) => offset < (unclosedAt ?? Infinity))];
  return second || errors.length > 0 ? { problems: all } : { document, problems: all };
}

function isUnclosed(lexeme: string, type: CST.TokenType | null): boolean {
  if (type !== 'single-quoted-scalar' && type !== 'double-quoted-scalar') return false;
  return lexeme.length === 1 || lexeme.at(-1) !== lexeme[0];
}

/** The syntax errors that a person has to mend: what follows from an earlier one would only hide it. */
function causes(errors: readonly YAMLParseError[], text: string): TextProblem[] {
  const found: TextProblem[] = [];
  let restOfLine = -1;
  let afterTab = false;
  for (const { code, pos } of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const [offset] = pos;
    // A tab hides how deep its line is, so that the lines after it seem to be wrong.
    if (offset < restOfLine || (afterTab && code !== TAB)) continue;
    afterTab ||= code === TAB;
    found.push({ offset, message: syntaxMessage(code) });
    if (!LOCAL_ERRORS.has(code)) break;
    restOfLine = `${text}\n`.indexOf('\n', offset);
  }
  return found;
}
