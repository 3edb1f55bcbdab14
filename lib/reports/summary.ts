import { z } from 'zod';
import { findGuardrail, POLICY_TYPES, type PolicyType } from '../../constructs';
import type { Problem } from '../config';
import type { LoadedOrganization } from '../load-config';
import type { IdentityCenterModel } from '../model/identity-center-model';
import type { NetworkModel } from '../model/network-model';
import type { Finding } from './findings';

const stackSummarySchema = z.strictObject({
  name: z.string().describe('CloudFormation stack name.'),
  account: z.string().describe('12 digits.'),
  region: z.string(),
  resources: z.int().describe('Resources in the template.'),
});

/** Format of `reports/summary.json`: what a synth made, in figures. */
export const summarySchema = z
  .strictObject({
    organizationId: z.string(),
    homeRegion: z.string(),
    accounts: z.strictObject({
      total: z.int(),
      governed: z.int().describe('Accounts with a stack of their own.'),
      waitingForId: z
        .array(z.string())
        .describe('Accounts that are vended at the next deployment and get a stack once their id is known.'),
      suspended: z.array(z.string()),
    }),
    organizationalUnits: z.int(),
    stacks: z.array(stackSummarySchema).describe('In the order in which they are deployed.'),
    resources: z.int(),
    policies: z.partialRecord(z.enum(POLICY_TYPES), z.int()).describe('Organization policies by type.'),
    guardrails: z.array(z.string()).describe('Presets in use.'),
    criteria: z
      .array(z.string())
      .describe('ISMS-P criteria that the guardrails in use serve; our judgement, an aid and not legal advice.'),
    controlTowerControls: z.int().describe('Controls enabled, counted once for each OU.'),
    identityCenter: z
      .strictObject({
        groups: z.int(),
        permissionSets: z.int(),
        assignments: z.int().describe('Triples of group, permission set and account.'),
        waiting: z.int().describe('Triples for accounts whose id is not known yet.'),
      })
      .optional()
      .describe('Absent while IAM Identity Center is not governed from the config.'),
    network: z
      .strictObject({
        segments: z.int(),
        vpcs: z.int(),
        sites: z.int(),
        intents: z.int().describe('Intents that hold; a synth with one that does not makes no summary.'),
      })
      .optional()
      .describe('Absent while the network is not governed from the config.'),
    proofs: z.int().describe('Proofs that hold; a synth with one that does not makes no summary.'),
    findings: z.strictObject({ open: z.int(), acknowledged: z.int() }),
    warnings: z
      .array(
        z.looseObject({
          severity: z.enum(['error', 'warning']),
          file: z.string(),
          path: z.array(z.union([z.string(), z.int()])),
          message: z.strictObject({ en: z.string(), ko: z.string() }),
        }),
      )
      .describe('Things in the config that are allowed but deserve a look.'),
  })
  .describe('What a synth of an organization made, in figures.');

/** One synthesized stack. */
export type StackSummary = Readonly<z.infer<typeof stackSummarySchema>>;

/** What a synth made, in figures; see {@link summarySchema}. */
export type Summary = Readonly<z.infer<typeof summarySchema>>;

/** Adds up the model, the stacks of the cloud assembly and the findings of the compliance packs. */
export function summarize(
  organization: LoadedOrganization,
  stacks: readonly StackSummary[],
  findings: readonly Finding[],
  networkWarnings: readonly Problem[] = [],
): Summary {
  const { model, policies, proofs } = organization;
  const warnings = [...organization.warnings, ...networkWarnings];
  const guardrails = [...new Set(policies.flatMap((policy) => policy.guardrails))].sort();
  const waiting = model.accounts.filter((account) => account.id === undefined && !account.suspended);
  const suspended = model.accounts.filter((account) => account.suspended);
  const byType: Partial<Record<PolicyType, number>> = {};
  for (const { type } of policies) byType[type] = (byType[type] ?? 0) + 1;
  return {
    organizationId: model.organizationId,
    homeRegion: model.homeRegion,
    accounts: {
      total: model.accounts.length,
      governed: model.accounts.length - waiting.length - suspended.length,
      waitingForId: waiting.map((account) => account.name),
      suspended: suspended.map((account) => account.name),
    },
    organizationalUnits: model.organizationalUnits.length,
    stacks: [...stacks],
    resources: stacks.reduce((sum, stack) => sum + stack.resources, 0),
    policies: byType,
    guardrails,
    criteria: [...new Set(guardrails.flatMap((id) => findGuardrail(id).criteria))].sort(compareCriteria),
    controlTowerControls: model.controls.length,
    ...(model.identityCenter && { identityCenter: countAccess(model.identityCenter) }),
    ...(model.network && { network: countNetwork(model.network) }),
    proofs: proofs.length,
    findings: {
      open: findings.filter((finding) => finding.acknowledged === undefined).length,
      acknowledged: findings.filter((finding) => finding.acknowledged !== undefined).length,
    },
    warnings: warnings.map((warning) => ({ ...warning, path: [...warning.path] })),
  };
}

function countAccess({ groups, permissionSets, assignments, waiting }: IdentityCenterModel) {
  return {
    groups: groups.length,
    permissionSets: permissionSets.length,
    assignments: assignments.length,
    waiting: waiting.length,
  };
}

function countNetwork({ segments, vpcs, sites, intents }: NetworkModel) {
  return { segments: segments.length, vpcs: vpcs.length, sites: sites.length, intents: intents.length };
}

/** `2.9.4` before `2.10.1`. */
function compareCriteria(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
