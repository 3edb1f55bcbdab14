import type { Edit } from '../model/sample-config';

/** Adds policies of the user's own to the sample, each a YAML mapping on one line. */
export function withPolicies(...rows: string[]): Edit {
  const before = '# AWS Control Tower가 OU에 직접 붙이는 SCP도';
  return [before, `policies:\n${rows.map((row) => `  - ${row}\n`).join('')}\n${before}`];
}

/** Adds a proof to the sample, a YAML mapping on one line. */
export function withProof(row: string): Edit {
  return ['\nproofs:\n', `\nproofs:\n  - ${row}\n`];
}

/** An SCP on one OU, with statements in JSON; `content` stands where the problem of a statement is reported. */
export function scp(statements: readonly object[], { target = 'Sandbox', mark = '' } = {}): string {
  return policy('own', 'SERVICE_CONTROL_POLICY', statements, target, mark);
}

/** The same as an RCP. */
export function rcp(statements: readonly object[], { target = 'Sandbox', mark = '' } = {}): string {
  return policy('own', 'RESOURCE_CONTROL_POLICY', statements, target, mark);
}

function policy(name: string, type: string, statements: readonly object[], target: string, mark: string): string {
  const content = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return `{ name: ${name}, type: ${type}, content: ${mark}${content}, targets: { ous: [${target}] } }`;
}
