import type { z } from 'zod';
import { type AccountsLock, accountsLockSchema } from './accounts-lock';
import { type ComplianceConfig, complianceSchema } from './schema/compliance';
import { type ControlTowerConfig, controlTowerSchema } from './schema/control-tower';
import { type IdentityCenterConfig, identityCenterSchema } from './schema/identity-center';
import { type NetworkConfig, networkSchema } from './schema/network';
import { type OrganizationConfig, organizationSchema } from './schema/organization';

/** The typed content of a config folder. */
export interface ConfigFiles {
  readonly organization: OrganizationConfig;
  /** @default - AWS Control Tower is not governed from this repository */
  readonly controlTower?: ControlTowerConfig;
  /** @default - IAM Identity Center is not governed from this repository */
  readonly identityCenter?: IdentityCenterConfig;
  /** @default - the organization is not held to K-ISMS */
  readonly compliance?: ComplianceConfig;
  /** @default - the network is not governed from this repository */
  readonly network?: NetworkConfig;
  /** Ids of the accounts; no accounts when there is no lock file yet. */
  readonly accountsLock: AccountsLock;
}

/** One file that a config folder may hold. */
export interface ConfigFile {
  readonly property: keyof ConfigFiles;
  /** File name in the config folder. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly required: boolean;
  /** Title of the JSON Schema; no schema is published for a file that only a command writes. @default - not published */
  readonly title?: string;
}

/** Every file that a config folder may hold; a new file of the config is a new row here. */
export const CONFIG_FILES: readonly ConfigFile[] = [
  {
    property: 'organization',
    name: 'organization.yaml',
    schema: organizationSchema,
    required: true,
    title: 'Organization: OUs, accounts, guardrails and proofs',
  },
  {
    property: 'controlTower',
    name: 'control-tower.yaml',
    schema: controlTowerSchema,
    required: false,
    title: 'AWS Control Tower: landing zone, baselines and controls',
  },
  {
    property: 'identityCenter',
    name: 'identity-center.yaml',
    schema: identityCenterSchema,
    required: false,
    title: 'IAM Identity Center: groups, permission sets and grants',
  },
  {
    property: 'compliance',
    name: 'compliance.yaml',
    schema: complianceSchema,
    required: false,
    title: 'Compliance: K-ISMS profile, AWS Config rules and exceptions',
  },
  {
    property: 'network',
    name: 'network.yaml',
    schema: networkSchema,
    required: false,
    title: 'Network: transit gateway, segments, VPCs, inspection, sites, DNS and intents',
  },
  { property: 'accountsLock', name: 'accounts.lock.json', schema: accountsLockSchema, required: false },
];
