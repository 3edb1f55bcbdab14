import { createHash } from 'node:crypto';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget } from 'aws-cdk-lib/aws-events-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  ControlTowerControl,
  EnabledControls,
  LandingZone,
  LandingZoneServiceRoles,
  LifecycleEvents,
  RegisteredOrganizationalUnit,
} from '../../constructs';
import type { ConfigFiles } from '../config';
import type { ControlRow, OrganizationModel } from '../model/organization-model';
import { GovernanceStack } from './governance-stack';
import { managementAccount } from './management-account';
import type { OrganizationStack } from './organization-stack';
import { ouConstructId } from './ou-construct-id';

type ControlTowerConfig = NonNullable<ConfigFiles['controlTower']>;

/** AWS Organizations tells of its events in this Region only. */
const ORGANIZATIONS_EVENTS_REGION = 'us-east-1';

/**
 * Wave 0: landing zone (if it is created here), baselines, controls and lifecycle events, one stack after the other and
 * all of them after `after`: AWS Control Tower changes the organization, which takes one change at a time.
 */
export function createControlTowerStacks(
  scope: Construct,
  model: OrganizationModel,
  config: ControlTowerConfig | undefined,
  organization: OrganizationStack,
  after: GovernanceStack,
): GovernanceStack[] {
  if (!config) return [];
  const stacks: GovernanceStack[] = [];
  const chain = (stack: GovernanceStack): void => {
    stack.addStackDependency(stacks.at(-1) ?? after);
    stacks.push(stack);
  };
  if (config.landingZone.mode === 'create') chain(new LandingZoneStack(scope, model, config.landingZone));
  if (model.registeredOus.length > 0 || config.lifecycle)
    chain(new ControlTowerStack(scope, model, config, organization));
  const topOus = [...new Set(model.controls.map(topOuOf))];
  for (const topOu of topOus) {
    const controls = model.controls.filter((control) => topOuOf(control) === topOu);
    chain(new ControlsStack(scope, model, topOu, controls, organization));
  }
  if (config.lifecycle && model.homeRegion !== ORGANIZATIONS_EVENTS_REGION) {
    chain(new OrganizationsEventsStack(scope, model, config.lifecycle));
  }
  return stacks;
}

/** The landing zone, alone: it takes an hour and must outlive everything. */
class LandingZoneStack extends GovernanceStack {
  constructor(
    scope: Construct,
    model: OrganizationModel,
    landingZone: Extract<ControlTowerConfig['landingZone'], { mode: 'create' }>,
  ) {
    super(scope, 'LandingZone', { ...managementAccount(model), description: 'AWS Control Tower landing zone' });
    const serviceRoles = new LandingZoneServiceRoles(this, 'ServiceRoles', {
      landingZoneVersion: landingZone.manifest.version,
    });
    new LandingZone(this, 'LandingZone', {
      manifest: landingZone.manifest,
      serviceRoles,
      ...(landingZone.autoEnrollment === false && { remediationTypes: [] }),
    });
  }
}

/** The registered OUs, parents first, and the events of AWS Control Tower. */
class ControlTowerStack extends GovernanceStack {
  constructor(scope: Construct, model: OrganizationModel, config: ControlTowerConfig, organization: OrganizationStack) {
    super(scope, 'ControlTower', {
      ...managementAccount(model),
      description: 'OUs registered with AWS Control Tower, and account lifecycle events',
    });
    let after: RegisteredOrganizationalUnit | undefined;
    for (const path of config.baseline ? model.registeredOus : []) {
      after = new RegisteredOrganizationalUnit(this, ouConstructId(path), {
        organizationId: model.organizationId,
        organizationalUnitId: organization.organizationalUnitId(path, this),
        baselineVersion: config.baseline?.version as string,
        ...(config.baseline?.identityCenterEnabledBaselineArn !== undefined && {
          identityCenterEnabledBaselineArn: config.baseline.identityCenterEnabledBaselineArn,
        }),
        ...(after && { after }),
      });
    }
    if (config.lifecycle) {
      const isEventsRegion = model.homeRegion === ORGANIZATIONS_EVENTS_REGION;
      addLifecycleEvents(
        this,
        config.lifecycle,
        isEventsRegion ? ['aws.controltower', 'aws.organizations'] : ['aws.controltower'],
      );
    }
  }
}

/** The controls of one top-level OU and of the OUs below it. */
class ControlsStack extends GovernanceStack {
  constructor(
    scope: Construct,
    model: OrganizationModel,
    topOu: string,
    controls: readonly ControlRow[],
    organization: OrganizationStack,
  ) {
    super(scope, `Controls-${stackNamePart(topOu)}`, {
      ...managementAccount(model),
      description: `AWS Control Tower controls on ${topOu} and the OUs below it`.replace(/[^\u0020-\u007E]/g, '?'),
    });
    const targets = new Map(
      [...new Set(controls.map((control) => control.ou))].map((path) => [
        path,
        RegisteredOrganizationalUnit.fromOrganizationalUnit(this, ouConstructId(path), {
          organizationId: model.organizationId,
          organizationalUnitId: organization.organizationalUnitId(path, this),
        }),
      ]),
    );
    new EnabledControls(this, 'Controls', {
      assignments: controls.map(({ control, ou, parameters }) => ({
        control: ControlTowerControl.fromIdentifier(control, { ...parameters }),
        targets: [targets.get(ou) as NonNullable<ReturnType<typeof targets.get>>],
      })),
    });
  }
}

/** Events of AWS Organizations, which only us-east-1 hears of. */
class OrganizationsEventsStack extends GovernanceStack {
  constructor(scope: Construct, model: OrganizationModel, lifecycle: NonNullable<ControlTowerConfig['lifecycle']>) {
    super(scope, 'OrganizationsEvents', {
      ...managementAccount(model),
      region: ORGANIZATIONS_EVENTS_REGION,
      description: 'Account events of AWS Organizations',
    });
    addLifecycleEvents(this, lifecycle, ['aws.organizations']);
  }
}

function addLifecycleEvents(
  stack: GovernanceStack,
  { github, eventBusArn, alarmTopicArn }: NonNullable<ControlTowerConfig['lifecycle']>,
  sources: ('aws.controltower' | 'aws.organizations')[],
): void {
  const topicIsHere = alarmTopicArn?.split(':')[3] === stack.region;
  new LifecycleEvents(stack, 'LifecycleEvents', {
    sources,
    ...(github && {
      github: {
        githubRepository: github.repository,
        token: secretIn(stack, github.secret),
        ...(github.eventType !== undefined && { eventType: github.eventType }),
      },
    }),
    ...(eventBusArn !== undefined && {
      targets: [new EventBusTarget(EventBus.fromEventBusArn(stack, 'Bus', eventBusArn))],
    }),
    ...(alarmTopicArn !== undefined &&
      topicIsHere && { alarmTopic: Topic.fromTopicArn(stack, 'AlarmTopic', alarmTopicArn) }),
  });
}

/** The secret in the Region of the stack: a secret named by its ARN is replicated there under the same name and suffix. */
function secretIn(stack: GovernanceStack, secret: string) {
  if (!secret.startsWith('arn:')) return Secret.fromSecretNameV2(stack, 'Token', secret);
  const parts = secret.split(':');
  parts[3] = stack.region;
  return Secret.fromSecretCompleteArn(stack, 'Token', parts.join(':'));
}

/** Name of the top-level OU that a control is on or below. */
function topOuOf(control: ControlRow): string {
  return control.ou.split('/')[0] as string;
}

/** Part of a stack name, at most 128 characters in all, for an OU name of any length in any script. */
function stackNamePart(name: string): string {
  const ascii = name
    .slice(0, 80)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii === name
    ? name
    : [ascii, createHash('sha256').update(name).digest('hex').slice(0, 8)].filter(Boolean).join('-');
}
