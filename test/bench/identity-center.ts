import { loadConfig } from '../../lib/load-config';
import { group, identityCenter, rowsOf, set } from '../lib/model/identity-center.fixtures';

const GROUPS = 10;

/**
 * Seconds that the model needs to expand and check the grants of ten groups in every account of a config folder.
 *
 * @throws Error when the grants do not give each group each account
 */
export function expansionSeconds(directory: string): number {
  const { accounts, organizationalUnits } = loadConfig(directory).model;
  const names = Array.from({ length: GROUPS }, (_, index) => String(index));
  const config = identityCenter({
    groups: names.map((name) => group(`group-${name}`)),
    permissionSets: names.map((name) => set(`Set${name}`)),
    grants: names.map((name) => ({
      groups: [`group-${name}`],
      permissionSets: [`Set${name}`],
      targets: { ous: ['Root'], includeManagement: true },
    })),
    conflicts: [{ name: 'four eyes', permissionSets: ['Set0', 'Set1'] }],
  });
  const started = process.hrtime.bigint();
  const { model, problems } = rowsOf(config, { accounts, organizationalUnits });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const triples = model.assignments.length + model.waiting.length;
  if (problems.length > 0 || triples !== accounts.length * GROUPS) throw new Error(`expanded to ${triples} triples`);
  return seconds;
}
