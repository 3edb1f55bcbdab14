import { join } from 'node:path';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import type { AccountRow } from '../../../lib/model/organization-model';
import type { Finding } from '../../../lib/reports/findings';
import { organizationPage } from '../../../lib/reports/organization-page';
import { type StackSummary, summarize } from '../../../lib/reports/summary';

/** The sample organization of the package. */
export const SAMPLE = loadConfig(join(__dirname, '../../../config'));

const account = SAMPLE.model.accounts.find((row) => row.name === 'shop-prod') as AccountRow;

export const OPEN: Finding = {
  pack: 'AwsSolutions',
  rule: 'AwsSolutions-S1',
  description: 'The S3 Bucket has server access logs disabled.',
  severity: 'error',
  constructPaths: ['LogArchive/Bucket/Resource'],
};

export const ACKNOWLEDGED: Finding = {
  ...OPEN,
  rule: 'AwsSolutions-IAM5[Action::s3:*]',
  description: 'The IAM entity contains wildcard permissions.',
  acknowledged: 'One role of the log archive, one bucket',
};

/** The page of an organization whose every governed account has one stack. */
export function pageOf(organization: LoadedOrganization = SAMPLE, findings: readonly Finding[] = []): string {
  const stacks = organization.model.accounts.flatMap((row): StackSummary[] =>
    row.id === undefined
      ? []
      : [{ name: `Governance-Account-${row.name}`, account: row.id, region: 'ap-northeast-2', resources: 1234 }],
  );
  return organizationPage(organization, summarize(organization, stacks, findings), findings);
}

/** The sample with other rows in its model. */
export function withModel(model: Partial<LoadedOrganization['model']>): LoadedOrganization {
  return { ...SAMPLE, model: { ...SAMPLE.model, ...model } };
}

/** The sample grown to a number of accounts, in OUs of 25. */
export function grown(accounts: number): LoadedOrganization {
  const teams = Array.from({ length: Math.ceil(accounts / 25) }, (_, index) => ({
    path: `Workloads/Prod/Team ${index}`,
    name: `Team ${index}`,
    parent: 'Workloads/Prod',
    tags: {},
    source: account.source,
  }));
  const more = Array.from({ length: accounts - SAMPLE.model.accounts.length }, (_, index) => ({
    ...account,
    name: `service-${index}-prod`,
    id: String(100_000_000_000 + index),
    ou: `Workloads/Prod/Team ${Math.floor(index / 25)}`,
  }));
  return withModel({
    accounts: [...SAMPLE.model.accounts, ...more],
    organizationalUnits: [...SAMPLE.model.organizationalUnits, ...teams],
  });
}

/** The sample with one text wherever a config, a policy or a rule pack could put it. */
export function planted(text: string): { organization: LoadedOrganization; findings: readonly Finding[] } {
  const { model, policies, proofs } = SAMPLE;
  const [ou, set, proof, policy] = [
    model.organizationalUnits[1],
    model.guardrailSets[0],
    proofs[0],
    policies[0],
  ] as const;
  if (!ou || !set || !proof || !policy) throw new Error('the sample holds too little to plant a text in');
  const unit = { ...ou, path: text, name: text, id: text };
  const organization: LoadedOrganization = {
    ...SAMPLE,
    model: {
      ...model,
      organizationId: text,
      rootId: text,
      homeRegion: text,
      managementAccount: text,
      governedRegions: [text],
      exemptPrincipalArns: [text],
      organizationalUnits: [unit],
      registeredOus: [text],
      accounts: [{ ...account, name: text, id: text, ou: text, owner: text }],
      guardrailSets: [
        {
          ...set,
          name: text,
          attachments: [
            { kind: 'ou', path: text },
            { kind: 'account', name: text },
          ],
        },
      ],
      controls: [{ control: text, ou: text, parameters: { [text]: 1 }, source: account.source }],
    },
    policies: [
      { ...policy, name: text, attachments: [{ kind: 'account', name: text }] },
      { ...policy, name: text, description: text, guardrails: [], attachments: [{ kind: 'root' }] },
    ],
    proofs: [
      {
        ...proof,
        decidedBy: text,
        proof: {
          ...proof.proof,
          name: text,
          principal: text,
          account: text,
          action: text,
          resource: text,
          resourceAccount: 'another',
          context: { [text]: [text, text] },
        },
      },
    ],
    warnings: [{ severity: 'warning', file: text, path: [], message: { ko: text, en: text } }],
  };
  const finding = { pack: text, rule: text, description: text, severity: text, constructPaths: [text] };
  return { organization, findings: [finding, { ...finding, acknowledged: text }] };
}
