import { readFileSync } from 'node:fs';
import { compileCreateOnly, type ServiceSpec } from '../../../lib/guard/compile-create-only';
import { createOnlyPaths } from '../../../lib/guard/create-only';
import { CREATE_ONLY_CORRECTIONS } from '../../../lib/guard/create-only-corrections';
import { DELETE_FIRST_TYPES } from '../../../lib/guard/delete-first-types';
import { PROTECTED_TYPES } from '../../../lib/guard/protected-types';

const told = (type: string): string[] | undefined =>
  createOnlyPaths(type)?.map(({ names, certain }) => `${names.join('/')}${certain ? '' : '?'}`);

test.each([
  ['AWS::EC2::TransitGateway', ['AmazonSideAsn', 'MulticastSupport']],
  ['AWS::EC2::TransitGatewayAttachment', ['TransitGatewayId', 'VpcId']],
  ['AWS::EC2::TransitGatewayRouteTable', ['Tags', 'TransitGatewayId']],
  ['AWS::SSO::PermissionSet', ['InstanceArn', 'Name']],
  ['AWS::KMS::Key', []],
  ['AWS::Example::Unknown', undefined],
])('the data know what replaces %s', (type, paths) => {
  expect(told(type)).toEqual(paths);
});

test.each(CREATE_ONLY_CORRECTIONS.map(({ type, paths }) => [type, paths]))(
  'the correction of %s holds',
  (type, paths) => {
    expect(told(type as string)).toEqual(expect.arrayContaining(paths as string[]));
  },
);

test.each([
  ['protected', [...PROTECTED_TYPES.keys()]],
  ['deleted first', [...DELETE_FIRST_TYPES]],
  ['corrected', CREATE_ONLY_CORRECTIONS.map(({ type }) => type)],
])('no type that is %s is misspelt', (_, types) => {
  expect(types.filter((type) => createOnlyPaths(type) === undefined)).toEqual([]);
});

test('the data are no larger than a reader of the package expects', () => {
  expect(readFileSync('lib/guard/create-only.json').length).toBeLessThan(200_000);
});

test('paths lead through definitions, lists, maps and unions, once round a circle, and stop at a property that replaces', () => {
  const text = { type: 'string' };
  const to = ($ref: string) => ({ type: 'ref', reference: { $ref } });
  const resources: ReturnType<ServiceSpec['all']> = [
    {
      cloudFormationType: 'AWS::B::B',
      properties: {
        Whole: { type: to('part'), causesReplacement: 'yes' },
        One: { type: to('part') },
        Many: { type: { type: 'array', element: { type: 'union', types: [to('part'), text] } } },
        Named: { type: { type: 'map', element: to('part') }, causesReplacement: 'maybe' },
        Free: { type: text, causesReplacement: 'no' },
      },
      additionalReplacementProperties: [['Tags', '*', 'Key']],
    },
    { cloudFormationType: 'AWS::A::A', properties: { Free: { type: text } } },
  ];
  const spec: ServiceSpec = {
    all: () => resources,
    get: () => ({ properties: { Id: { type: text, causesReplacement: 'yes' }, Self: { type: to('part') } } }),
  };
  expect(compileCreateOnly(spec)).toEqual({
    'AWS::A::A': '',
    'AWS::B::B': 'Many/*/Id Named/*/Id Named? One/Id Tags/*/Key Whole',
  });
  expect(Object.keys(compileCreateOnly(spec))).toEqual(['AWS::A::A', 'AWS::B::B']);
});
