import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { AccountRow } from '../model/organization-model';
import type { NetworkTemplate, NetworkTemplates } from './template-values';

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, unknown>> }>>;
}

/** The stacks that hold a part of the network. */
const NETWORK_STACK = /^Governance-(?:NetworkHub|NetworkRouting|Account-.+)$/;

/** The templates of an assembly that hold a part of the network, those of nested stacks included. */
export function assemblyTemplates(assembly: CloudAssembly, accounts: readonly AccountRow[]): NetworkTemplates {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return assembly.stacks.flatMap(({ stackName, environment, template }) => {
    const account = names.get(environment.account);
    if (account === undefined || !NETWORK_STACK.test(stackName)) return [];
    return [{ stackName, account, template }, ...nestedTemplates(assembly.directory, { stackName, account, template })];
  });
}

function nestedTemplates(directory: string, { stackName, account, template }: NetworkTemplate): NetworkTemplate[] {
  return Object.entries((template as Template).Resources ?? {}).flatMap(([logicalId, { Metadata }]) => {
    const file = Metadata?.['aws:asset:path'];
    if (typeof file !== 'string' || !file.endsWith('.nested.template.json')) return [];
    const nested: NetworkTemplate = {
      stackName: `${stackName}/${logicalId}`,
      account,
      template: JSON.parse(readFileSync(join(directory, file), 'utf8')),
      nestedIn: { stackName, logicalId },
    };
    return [nested, ...nestedTemplates(directory, nested)];
  });
}
