import type { LocalizedText, PolicyStatement } from '../../constructs';
import type { ConfigPath } from '../config/problem';
import type { IdentityCenterContext } from './identity-center-context';

/** Where statements may be written: in the config, or in a JSON file of the config folder. */
export interface WrittenPolicy {
  readonly statements?: readonly Readonly<Record<string, unknown>>[];
  readonly file?: string;
}

type Context = Pick<IdentityCenterContext, 'list' | 'readPolicyFile' | 'permissionSets'>;

/** The statements of a policy, every fault reported at its statement; none when they are not known. */
export function policyStatements(written: WrittenPolicy, at: ConfigPath, context: Context): PolicyStatement[] {
  const { statements, file } = written;
  if ((statements === undefined) === (file === undefined)) {
    context.list.error(at, {
      en: `has ${file === undefined ? 'neither statements nor file' : 'both statements and file'}; give exactly one of them`,
      ko: `statements와 file이 모두 ${file === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
    return [];
  }
  if (statements) return checked(statements, [...at, 'statements'], true, context);
  const read = context.readPolicyFile(file as string);
  if ('problem' in read) {
    context.list.error([...at, 'file'], read.problem as LocalizedText);
    return [];
  }
  return checked([read.Statement].flat(), [...at, 'file'], false, context);
}

/** Statements that the grammar refuses are reported and left out with all the others: half a policy is none. */
function checked(
  statements: readonly unknown[],
  at: ConfigPath,
  perStatement: boolean,
  { list, permissionSets }: Context,
): PolicyStatement[] {
  const document = { Version: '2012-10-17' as const, Statement: statements as PolicyStatement[] };
  const faults = [...permissionSets.checkDocument(document), ...statements.flatMap(foreignCharacters)];
  for (const fault of faults) {
    const index = /^Statement\[(\d+)\]/.exec(fault)?.[1];
    const place = perStatement && index !== undefined ? [...at, Number(index)] : at;
    list.error(place, { en: fault, ko: `정책 내용 오류: ${fault}` });
  }
  return faults.length > 0 ? [] : document.Statement;
}

/** @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html */
function foreignCharacters(statement: unknown, index: number): string[] {
  const foreign = /[^\u0020-\u00ff]/.exec(JSON.stringify(statement) ?? '')?.[0];
  if (foreign === undefined) return [];
  return [`Statement[${index}]: AWS accepts Latin-1 only, and ${JSON.stringify(foreign)} is outside of it`];
}
