import type { LocalizedText } from '../../constructs';
import type { NetworkConfig } from '../config/schema/network';
import type { SelectorUse } from './check-selector';
import type { PlaceOf, ProblemList } from './model-problem';
import type { OrganizationModel } from './organization-model';
import type { OrganizationTree } from './selector';

export type SegmentConfig = NetworkConfig['segments'][number];
export type VpcConfig = NonNullable<NetworkConfig['vpcs']>[number];
export type VpcTemplateConfig = NonNullable<NetworkConfig['vpcTemplates']>[number];
export type SiteConfig = NonNullable<NetworkConfig['sites']>[number];
export type InspectionConfig = NonNullable<NetworkConfig['inspection']>;
export type DnsConfig = NonNullable<NetworkConfig['dns']>;

/** File that the rows of the network come from. */
export const NETWORK_FILE = 'network.yaml';

/** Reads a text file of the config folder, or tells why it cannot be read. */
export type ReadTextFile = (file: string) => string | { readonly problem: LocalizedText };

/** Names of `network.yaml` whose entries were left out because they are broken themselves. */
export interface AlsoKnownNetwork {
  readonly network: readonly string[];
}

/** What the rows of the network are made in. */
export interface NetworkContext {
  readonly tree: OrganizationTree;
  readonly organization: Pick<OrganizationModel, 'homeRegion' | 'managementAccount'>;
  readonly alsoKnown: SelectorUse['alsoKnown'] & AlsoKnownNetwork;
  readonly readTextFile: ReadTextFile;
  readonly placeOf: PlaceOf;
  readonly list: ProblemList;
}

/** An optional key of a row: absent when the config does not give it. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
