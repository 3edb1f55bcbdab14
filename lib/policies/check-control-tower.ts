import {
  ControlTowerControl,
  checkLandingZoneManifest,
  evaluateAccess,
  type LandingZoneManifest,
  type LocalizedText,
  type PolicyDocument,
  serviceIntegrationAccounts,
} from '../../constructs';
import type { ConfigFiles, ConfigPath } from '../config';
import type { ModelProblem } from '../model/model-problem';
import type { OrganizationModel } from '../model/organization-model';
import { AccountIds } from './account-ids';
import { protectedRoles } from './protected-roles';

type ControlTowerConfig = NonNullable<ConfigFiles['controlTower']>;
type ControlConfig = NonNullable<ControlTowerConfig['controls']>[number];

const problem = (path: ConfigPath, message: LocalizedText): ModelProblem => ({
  severity: 'error',
  file: 'control-tower.yaml',
  path,
  message,
});

/** Reports what AWS Control Tower would refuse, and a Region deny control that locks the deployment out. */
export function checkControlTower(model: OrganizationModel, config: ConfigFiles['controlTower']): ModelProblem[] {
  if (!config) return [];
  const { landingZone, baseline, controls = [] } = config;
  return [
    ...(landingZone.mode === 'create' ? manifestProblems(model, landingZone.manifest) : []),
    ...(baseline ? baselineProblems(landingZone, baseline.version) : []),
    ...controls.flatMap((control, index) => controlProblems(model, control, ['controls', index])),
  ];
}

/**
 * The version of AWSControlTowerBaseline that a landing zone takes; a landing zone that is not listed is not checked.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/table-of-baselines.html
 */
const BASELINE_VERSIONS: Readonly<Record<string, string>> = { '3.0': '3.0', '3.1': '3.0', '3.2': '4.0', '3.3': '4.0' };

function baselineProblems(landingZone: ControlTowerConfig['landingZone'], version: string): ModelProblem[] {
  const zone = landingZone.mode === 'adopt' ? landingZone.version : landingZone.manifest.version;
  const wanted = BASELINE_VERSIONS[zone];
  if (wanted === undefined || wanted === version) return [];
  return [
    problem(['baseline', 'version'], {
      en: `landing zone ${zone} takes no baseline ${JSON.stringify(version)}: write ${JSON.stringify(wanted)}`,
      ko: `랜딩 존 ${zone}에서는 기준선 ${JSON.stringify(version)}을(를) 쓸 수 없습니다: ${JSON.stringify(wanted)}을(를) 적으세요`,
    }),
  ];
}

function manifestProblems(model: OrganizationModel, manifest: LandingZoneManifest): ModelProblem[] {
  const at = ['landingZone', 'manifest'];
  const invariants = checkLandingZoneManifest(manifest).map(({ path, message }) => problem([...at, ...path], message));
  const byId = new Map(model.accounts.map((account) => [account.id, account]));
  const homes = new Set<string>();
  const placed = serviceIntegrationAccounts(manifest).flatMap(({ path, accountId }) => {
    const account = byId.get(accountId);
    if (!account) {
      const id = JSON.stringify(accountId);
      return problem([...at, ...path], {
        en: `no account has the id ${id}; write the id of an account of organization.yaml`,
        ko: `ID가 ${id}인 계정이 없습니다: organization.yaml에 있는 계정의 ID를 적으세요`,
      });
    }
    homes.add(account.ou);
    if (
      manifest.version !== '4.0' ||
      (homes.size === 1 && model.organizationalUnits.some((ou) => ou.path === account.ou && !ou.path.includes('/')))
    )
      return [];
    return problem([...at, ...path], {
      en: `${JSON.stringify(account.name)} is in ${JSON.stringify(account.ou)}: landing zone 4.0 wants the accounts of all its integrations in one OU directly under Root`,
      ko: `${JSON.stringify(account.name)} 계정이 ${JSON.stringify(account.ou)}에 있습니다: 랜딩 존 4.0에서는 모든 통합의 계정이 Root 바로 아래의 한 OU에 있어야 합니다`,
    });
  });
  return [...invariants, ...placed];
}

function controlProblems(model: OrganizationModel, { control, parameters }: ControlConfig, at: ConfigPath) {
  const region = /:controltower:([a-z0-9-]+):/.exec(control)?.[1];
  if (region !== undefined && region !== model.homeRegion) {
    return [
      problem([...at, 'control'], {
        en: `belongs to the Region ${JSON.stringify(region)} but the home Region is ${JSON.stringify(model.homeRegion)}; name it by its control catalog id`,
        ko: `${JSON.stringify(region)} 리전의 통제이지만 홈 리전은 ${JSON.stringify(model.homeRegion)}입니다: 통제 카탈로그 ID로 적으세요`,
      }),
    ];
  }
  let name: string;
  try {
    ({ name } = ControlTowerControl.fromIdentifier(control));
  } catch (error) {
    const reason = (error as Error).message;
    return [problem([...at, 'control'], { en: reason, ko: `쓸 수 없는 통제입니다: ${reason}` })];
  }
  const regionDeny = ControlTowerControl.regionDeny({ allowedRegions: [model.homeRegion] }).name;
  return name === regionDeny ? regionDenyProblems(model, parameters ?? {}, [...at, 'parameters']) : [];
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** @see https://docs.aws.amazon.com/controltower/latest/controlreference/ou-region-deny.html */
function regionDenyProblems(
  model: OrganizationModel,
  { AllowedRegions, ExemptedPrincipalArns }: Readonly<Record<string, unknown>>,
  at: ConfigPath,
): ModelProblem[] {
  const problems: ModelProblem[] = [];
  // A home Region that is not governed is a mistake in organization.yaml, reported there.
  if (model.governedRegions.includes(model.homeRegion) && !texts(AllowedRegions).includes(model.homeRegion)) {
    const home = JSON.stringify(model.homeRegion);
    problems.push(
      problem([...at, 'AllowedRegions'], {
        en: `must be a list that contains the home Region ${home}, or nothing could be governed from there`,
        ko: `홈 리전 ${home}이(가) 든 목록이어야 합니다: 빠지면 홈 리전에서 아무것도 관리할 수 없습니다`,
      }),
    );
  }
  const bound = boundDeploymentRoles(model, texts(ExemptedPrincipalArns));
  if (bound.length > 0) {
    problems.push(
      problem([...at, 'ExemptedPrincipalArns'], {
        en: `must exempt the roles that deploy: add ${bound.join(', ')}`,
        ko: `배포 역할을 예외로 두어야 합니다: ${bound.join(', ')}을(를) 추가하세요`,
      }),
    );
  }
  return problems;
}

/** The patterns of deployment roles that a list of exempted principals does not cover in every account. */
function boundDeploymentRoles(model: OrganizationModel, exempted: string[]): string[] {
  const document: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        ...(exempted.length > 0 && { Condition: { ArnNotLike: { 'aws:PrincipalArn': exempted } } }),
      },
    ],
  };
  const { organization, newcomer } = new AccountIds(model);
  const policies = [{ name: 'region-deny', document }];
  const bound = protectedRoles(model, newcomer, model.deploymentPrincipalArns).filter(({ arn }) => {
    const request = { principal: arn, action: 'cloudformation:CreateStack', resource: '*' };
    const levels = [{ target: 'any', policies }];
    const effective = { ...organization, serviceControlPolicies: levels, resourceControlPolicies: [] };
    return evaluateAccess(request, effective).reason === 'explicit-deny';
  });
  return [...new Set(bound.map(({ pattern }) => pattern))];
}
