import { z } from 'zod';
import { findGuardrail, POLICY_TYPES } from '../../constructs';
import type { LoadedOrganization } from '../load-config';
import type { OrganizationModel } from '../model/organization-model';
import { attachmentKey } from '../policies/effective-policies';
import { renderCsv } from './csv';

/** The account register (ISMS-P 2.1.3) as CSV. */
export function accountsCsv(model: OrganizationModel): string {
  const header = [
    'name',
    'id',
    'email',
    'ou',
    'purpose',
    'environment',
    'owner',
    'classification',
    'personalData',
    'dataSubjects',
    'status',
    'tags',
  ];
  const rows = model.accounts.map((account) => [
    account.name,
    account.id ?? '',
    account.email,
    account.ou,
    account.purpose,
    account.environment,
    account.owner,
    account.data.classification,
    String(account.data.personalData),
    String(account.data.dataSubjects),
    account.suspended ? 'suspended' : account.id === undefined ? 'to be vended' : 'governed',
    Object.keys(account.tags)
      .sort()
      .map((key) => `${key}=${account.tags[key]}`)
      .join(' '),
  ]);
  return renderCsv(header, rows);
}

/** Format of one row of `reports/guardrails.json`. */
export const guardrailRowSchema = z
  .strictObject({
    guardrail: z.string().describe('Preset.'),
    title: z.strictObject({ en: z.string(), ko: z.string() }),
    set: z.string().describe('Guardrail set of organization.yaml.'),
    policyType: z.enum(POLICY_TYPES),
    policies: z.array(z.string()).describe('Policies that may hold its statements.'),
    attachments: z.array(z.string()).describe('Root, OU paths, and accounts as `account NAME`.'),
    parameters: z.record(z.string(), z.unknown()).describe('As written; defaults are not repeated.'),
    criteria: z.array(z.string()).describe('ISMS-P criteria; our judgement, an aid and not legal advice.'),
    source: z.string().describe('Documentation that the preset is built from.'),
  })
  .describe('A guardrail in use.');

/** Which guardrail holds where, by which policy, for which criteria and by which source. */
export function guardrailRows({ policies, model }: LoadedOrganization): z.infer<typeof guardrailRowSchema>[] {
  return model.guardrailSets.flatMap((set) =>
    set.guardrails.map(({ id, parameters }) => {
      const guardrail = findGuardrail(id);
      return {
        guardrail: id,
        title: guardrail.title,
        set: set.name,
        policyType: guardrail.policyType,
        policies: policies
          .filter((policy) => policy.source === set.source && policy.guardrails.includes(id))
          .map((policy) => policy.name),
        attachments: set.attachments.map(attachmentKey),
        parameters: { ...parameters },
        criteria: guardrail.criteria,
        source: guardrail.source,
      };
    }),
  );
}
