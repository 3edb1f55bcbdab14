import type { NetworkModel, VpcRow } from '../../../lib/model/network-model';
import type { NetworkPlan } from '../../support/generate-network';

const source = { file: 'network.yaml', path: [] };

/** A model with nothing in it but what is given. */
export function networkModel(rows: Partial<NetworkModel>): NetworkModel {
  return {
    account: 'network',
    supernets: ['10.0.0.0/8'],
    transitGateway: {
      dnsSupport: true,
      vpnEcmpSupport: true,
      securityGroupReferencing: true,
      cidrs: [],
      shareWith: [],
    },
    segments: [],
    addressPools: [],
    vpcs: [],
    sites: [],
    prefixLists: [],
    routing: { associations: [], propagations: [], routes: [] },
    intents: [],
    ...rows,
  };
}

/** A VPC of segment `prod` with nothing in it but what is given. */
export function vpcRow(row: Partial<VpcRow> & Pick<VpcRow, 'name'>): VpcRow {
  return {
    account: row.name,
    role: 'spoke',
    segment: 'prod',
    zones: [],
    tiers: [],
    internet: 'none',
    gatewayEndpoints: [],
    interfaceEndpoints: [],
    flowLogs: false,
    applianceMode: false,
    sharedWith: [],
    source: { file: 'network.yaml', path: ['vpcs', row.name] },
    ...row,
  };
}

/** The rows of a generated network: its segments, VPCs and sites. */
export function modelOf({ segments, vpcs, sites = [] }: NetworkPlan): NetworkModel {
  return networkModel({
    segments: segments.map(({ name }) => ({ name, cidrs: [], source: { ...source, path: ['segments', name] } })),
    vpcs: vpcs.map(({ name, segment }) => vpcRow({ name, segment })),
    sites: sites.map((site) => ({ ...site, attachmentId: `tgw-attach-${site.name}`, source })),
  });
}
