import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicyDocument, type LocalizedText, type PolicyDocument } from '../../constructs';
import { readPolicyFile } from '../policies/read-policy-file';
import { UserError } from '../user-error';

/** Looks up the content of an AWS managed policy by ARN; `undefined` when nobody here knows it. */
export type ManagedPolicies = (arn: string) => PolicyDocument | undefined;

/** Folder of the config folder that holds exported AWS managed policies. */
export const MANAGED_POLICIES_FOLDER = 'managed-policies';

const ADMINISTRATOR: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** `Billing` of `arn:aws:iam::aws:policy/job-function/Billing`. */
export function managedPolicyName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Where the content of an AWS managed policy belongs, relative to the config folder. */
export function managedPolicyFile(arn: string): string {
  return `${MANAGED_POLICIES_FOLDER}/${managedPolicyName(arn)}.json`;
}

/**
 * The AWS managed policies whose content is known: `AdministratorAccess`, which allows everything, and those that were
 * exported to the config folder.
 *
 * @param directory - the config folder
 */
export function readManagedPolicies(directory: string): ManagedPolicies {
  const known = new Map<string, PolicyDocument | undefined>();
  return (arn) => {
    if (!known.has(arn)) known.set(arn, readManagedPolicy(directory, arn));
    return known.get(arn);
  };
}

function readManagedPolicy(directory: string, arn: string): PolicyDocument | undefined {
  const file = managedPolicyFile(arn);
  if (!existsSync(join(directory, file))) return /:policy\/AdministratorAccess$/.test(arn) ? ADMINISTRATOR : undefined;
  const content = readPolicyFile(directory, file);
  if ('problem' in content) throw unusable(file, content.problem as LocalizedText);
  const document = asDocument(content);
  const problems = checkPolicyDocument(document, 'IDENTITY_POLICY');
  if (problems.length > 0) {
    const reason = problems.join('; ');
    throw unusable(file, { en: `is no identity policy: ${reason}`, ko: `자격 증명 정책이 아닙니다: ${reason}` });
  }
  return document;
}

/** A policy as AWS returns it: one statement may stand without a list, and condition values may be no text. */
function asDocument({ Version, Statement }: Readonly<Record<string, unknown>>): PolicyDocument {
  return { Version, Statement: asText([Statement].flat()) } as PolicyDocument;
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
  }
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

function unusable(file: string, { en, ko }: LocalizedText): UserError {
  return new UserError({ en: `${file} ${en}`, ko: `${file}: ${ko}` });
}
