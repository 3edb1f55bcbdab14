import type { ConfigPath } from '../config/problem';
import type { NetworkConfig } from '../config/schema/network';
import { checkSelector } from './check-selector';
import { quote } from './model-problem';
import { checkAccount, checkShares, isReady } from './network-account';
import { given, NETWORK_FILE, type NetworkContext, type VpcConfig, type VpcTemplateConfig } from './network-context';
import type { VpcRow } from './network-model';
import type { AccountRow, Attachment } from './organization-model';
import { expandSelector, ROOT } from './selector';

/** A VPC of the config; one whose account is not there yet waits. */
export interface PlannedVpc {
  readonly row: VpcRow;
  /** @default - the account does not exist, which is reported */
  readonly owner?: AccountRow;
  /** Place that says who owns it. */
  readonly ownerAt: ConfigPath;
  /** Whether its account has no id yet or is closed, so that nothing is deployed. */
  readonly isWaiting: boolean;
}

/** Every VPC: those that are written, then one for each account of each template. */
export function plannedVpcs(config: NetworkConfig, networkAccount: string, context: NetworkContext): PlannedVpc[] {
  return [
    ...(config.vpcs ?? []).map((vpc, index) => writtenVpc(vpc, index, config, networkAccount, context)),
    ...(config.vpcTemplates ?? []).flatMap((template, index) => templateVpcs(template, index, config, context)),
  ];
}

function writtenVpc(
  vpc: VpcConfig,
  index: number,
  config: NetworkConfig,
  networkAccount: string,
  context: NetworkContext,
): PlannedVpc {
  const path = ['vpcs', index];
  const account = vpc.account ?? networkAccount;
  if (vpc.account !== undefined) checkAccount(vpc.account, [...path, 'account'], context);
  checkShares(vpc.shareSubnets?.ous, [...path, 'shareSubnets', 'ous'], context);
  for (const [nth, name] of (vpc.shareSubnets?.accounts ?? []).entries())
    checkAccount(name, [...path, 'shareSubnets', 'accounts', nth], context);
  const owner = context.tree.accounts.find(({ name }) => name === account);
  const row: VpcRow = {
    ...commonRow(vpc, config),
    name: vpc.name,
    account,
    role: vpc.role ?? 'spoke',
    ...given('cidr', vpc.cidr),
    ...(vpc.cidr === undefined && vpc.addresses && { pool: poolOf(vpc.addresses) }),
    internet: vpc.role === 'egress' ? 'local' : (vpc.internet ?? 'none'),
    applianceMode: vpc.applianceMode ?? false,
    sharedWith: sharedWith(vpc, context),
    source: { file: NETWORK_FILE, path },
  };
  const isWaiting = vpc.account !== undefined && owner !== undefined && !isReady(owner);
  return { row, ...given('owner', owner), ownerAt: [...path, 'account'], isWaiting };
}

/** Accounts without an id cannot be named in a share yet. */
function sharedWith({ shareSubnets }: VpcConfig, { tree }: NetworkContext): Attachment[] {
  const ready = new Set(tree.accounts.filter(isReady).map(({ name }) => name));
  return [
    ...(shareSubnets?.ous ?? []).map((path) => ({ kind: 'ou' as const, path })),
    ...(shareSubnets?.accounts ?? [])
      .filter((name) => ready.has(name))
      .map((name) => ({ kind: 'account' as const, name })),
  ];
}

function templateVpcs(
  template: VpcTemplateConfig,
  index: number,
  config: NetworkConfig,
  context: NetworkContext,
): PlannedVpc[] {
  const path = ['vpcTemplates', index];
  const { targets, cidrs = {}, addresses } = template;
  checkSelector(context.tree, targets, [...path, 'targets'], templateUse(context), context.list);
  const owners = expandSelector(context.tree, targets);
  checkBlocks(template, path, owners, context);
  return owners.map((owner) => {
    const cidr = Object.hasOwn(cidrs, owner.name) ? cidrs[owner.name] : undefined;
    const row: VpcRow = {
      ...commonRow(template, config),
      name: `${owner.name}-${template.name}`,
      account: owner.name,
      role: 'spoke',
      ...given('cidr', cidr),
      ...(cidr === undefined && addresses && { pool: poolOf(addresses) }),
      internet: template.internet ?? 'none',
      applianceMode: false,
      sharedWith: [],
      source: { file: NETWORK_FILE, path },
    };
    return { row, owner, ownerAt: [...path, 'targets'], isWaiting: !isReady(owner) };
  });
}

function templateUse({ alsoKnown }: NetworkContext) {
  return {
    alsoKnown,
    noRegions: {
      en: 'the network is in the home Region; remove regions',
      ko: '네트워크는 홈 리전에 있습니다: regions를 지우세요',
    },
    noManagement: {
      en: 'the management account holds no workload and no network; remove it',
      ko: '관리 계정에는 워크로드나 네트워크를 두지 않습니다: 지우세요',
    },
  };
}

/** Every account of a template needs a block; a block for another account is probably a mistake. */
function checkBlocks(
  { name, cidrs, addresses }: VpcTemplateConfig,
  path: (string | number)[],
  owners: readonly AccountRow[],
  { tree, alsoKnown, list }: NetworkContext,
): void {
  const blocks = cidrs ?? {};
  const without = owners.filter((owner) => !Object.hasOwn(blocks, owner.name)).map((owner) => quote(owner.name));
  if (!addresses && (without.length > 0 || !cidrs)) {
    const [en, ko] = without.length > 0 ? [without.join(', '), without.join(', ')] : ['its accounts', '계정'];
    list.error(cidrs ? [...path, 'cidrs'] : path, {
      en: `${quote(name)} has no addresses for ${en}; write their blocks in cidrs, or give addresses`,
      ko: `${quote(name)}에 ${ko}의 주소가 없습니다: cidrs에 블록을 적거나 addresses를 적으세요`,
    });
  }
  const selected = new Set(owners.map((owner) => owner.name));
  const known = [...tree.accounts.map((account) => account.name), ...alsoKnown.accounts];
  const exists = new Set(known);
  const ous = new Set([ROOT, ...tree.organizationalUnits.map((ou) => ou.path)]);
  // An account whose OU is unknown, which is reported, may be among the targets once that is right.
  const outside = new Set(
    tree.accounts.filter((account) => !selected.has(account.name) && ous.has(account.ou)).map(({ name }) => name),
  );
  for (const account of Object.keys(blocks)) {
    const at = [...path, 'cidrs', account];
    if (!exists.has(account)) list.checkName(at, 'account', account, known);
    else if (outside.has(account)) {
      list.warning(at, {
        en: `${quote(account)} is not among the targets, so its block is not used; remove it, or add the account to targets`,
        ko: `${quote(account)}은(는) targets에 없어 블록이 쓰이지 않습니다: 지우거나 targets에 더하세요`,
      });
    }
  }
}

type Common = 'segment' | 'zones' | 'tiers' | 'gatewayEndpoints' | 'interfaceEndpoints' | 'flowLogs';

function commonRow(vpc: VpcConfig | VpcTemplateConfig, config: NetworkConfig): Pick<VpcRow, Common> {
  return {
    segment: vpc.segment,
    zones: vpc.zones ?? config.zones,
    tiers: vpc.tiers.map(({ name, type, netmask, networkAcl }) => ({
      name,
      type,
      netmask,
      ...(networkAcl && {
        networkAcl: networkAcl.map(({ direction, action, protocol, cidr, fromPort, toPort = fromPort }) => ({
          direction,
          action,
          protocol,
          cidr,
          ...given('fromPort', fromPort),
          ...given('toPort', toPort),
        })),
      }),
    })),
    gatewayEndpoints: vpc.gatewayEndpoints ?? ['s3', 'dynamodb'],
    interfaceEndpoints: vpc.interfaceEndpoints ?? [],
    flowLogs: vpc.flowLogs ?? config.flowLogs !== undefined,
  };
}

function poolOf({ pool, netmask }: NonNullable<VpcConfig['addresses']>): VpcRow['pool'] {
  return { name: pool, netmask };
}
