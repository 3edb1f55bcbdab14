import { compareAssemblies } from '../../../lib/guard/compare-assemblies';
import type { TemplateResource, TemplateTree } from '../../../lib/guard/template';
import { ENVIRONMENT, resource, stack, tree } from './assembly';
import { bucket, compare, subnet, told, vpc } from './compared';

describe('parameters, mappings and conditions', () => {
  const withTemplate = (template: TemplateTree['template']): TemplateTree => ({ template, nested: new Map() });
  const Resources = { S: subnet({ Ref: 'VpcId' }) };

  test.each<[string, TemplateTree['template'], TemplateTree['template'], string[]]>([
    [
      'another default',
      { Resources, Parameters: { VpcId: { Type: 'String', Default: 'vpc-1' } } },
      { Resources, Parameters: { VpcId: { Type: 'String', Default: 'vpc-2' } } },
      ['mayBeReplaced Net/S !'],
    ],
    [
      'another description',
      { Resources, Parameters: { VpcId: { Type: 'String', Default: 'vpc-1', Description: 'a' } } },
      { Resources, Parameters: { VpcId: { Type: 'String', Default: 'vpc-1', Description: 'b' } } },
      [],
    ],
    [
      'another value in a mapping',
      { Resources: { V: vpc({ CidrBlock: { 'Fn::FindInMap': ['M', 'a', 'b'] } }) }, Mappings: { M: { a: { b: 1 } } } },
      { Resources: { V: vpc({ CidrBlock: { 'Fn::FindInMap': ['M', 'a', 'b'] } }) }, Mappings: { M: { a: { b: 2 } } } },
      ['mayBeReplaced Net/V !'],
    ],
    [
      'another condition of the resource',
      {
        Resources: { V: { ...vpc(), Condition: 'Wanted' } },
        Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-northeast-2'] } },
      },
      {
        Resources: { V: { ...vpc(), Condition: 'Wanted' } },
        Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
      },
      ['mayBeReplaced Net/V !'],
    ],
    [
      'a condition on a parameter that changes',
      {
        Parameters: { P: { Default: 'a' } },
        Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] } },
        Resources: { V: vpc({ CidrBlock: { 'Fn::If': ['C', '10.0.0.0/16', '10.1.0.0/16'] } }) },
      },
      {
        Parameters: { P: { Default: 'b' } },
        Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] } },
        Resources: { V: vpc({ CidrBlock: { 'Fn::If': ['C', '10.0.0.0/16', '10.1.0.0/16'] } }) },
      },
      ['mayBeReplaced Net/V !'],
    ],
    [
      'text with a placeholder of what is replaced',
      { Resources: { V: vpc(), S: subnet({ 'Fn::Sub': 'x-${V.VpcId}' }) } },
      { Resources: { V: vpc({ CidrBlock: '10.9.0.0/16' }), S: subnet({ 'Fn::Sub': 'x-${V.VpcId}' }) } },
      ['replaced Net/S !', 'replaced Net/V !'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(compare(withTemplate(before), withTemplate(after)).changes.map(told)).toEqual(expected);
  });
});

describe('nested stacks', () => {
  const nested = (Parameters?: object, rest = {}): TemplateResource =>
    resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/hash.json', Parameters }, rest);
  const role = resource('AWS::IAM::Role');
  const outputs = (content: TemplateTree): TemplateTree => ({
    ...content,
    template: { ...content.template, Outputs: { Id: { Value: { Ref: 'Vpc' } } } },
  });

  test.each<[string, TemplateTree, TemplateTree, string[]]>([
    [
      'a resource in one is replaced',
      tree({ N: nested() }, { N: tree({ Vpc: vpc() }) }),
      tree({ N: nested() }, { N: tree({ Vpc: vpc({ CidrBlock: '10.1.0.0/16' }) }) }),
      ['replaced Net/N/Vpc !'],
    ],
    [
      'one is removed with all it holds',
      tree({ N: nested() }, { N: tree({ Vpc: vpc(), Role: role, B: bucket({ DeletionPolicy: 'Retain' }) }) }),
      tree({}),
      ['deleted Net/N !', 'retained Net/N/B', 'deleted Net/N/Role', 'deleted Net/N/Vpc !'],
    ],
    [
      'one is removed in which everything is retained',
      tree({ N: nested() }, { N: tree({ B: bucket({ DeletionPolicy: 'Retain' }) }) }),
      tree({}),
      ['retained Net/N', 'retained Net/N/B'],
    ],
    [
      'one is removed that is retained itself',
      tree({ N: nested({}, { DeletionPolicy: 'Retain' }) }, { N: tree({ Vpc: vpc() }) }),
      tree({}),
      ['retained Net/N'],
    ],
    [
      'a parameter carries a replacement in',
      tree({ V: vpc(), N: nested({ Vpc: { Ref: 'V' } }) }, { N: tree({ S: subnet({ Ref: 'Vpc' }) }) }),
      tree(
        { V: vpc({ CidrBlock: '10.1.0.0/16' }), N: nested({ Vpc: { Ref: 'V' } }) },
        { N: tree({ S: subnet({ Ref: 'Vpc' }) }) },
      ),
      ['replaced Net/N/S !', 'replaced Net/V !'],
    ],
    [
      'an output carries a replacement out',
      tree({ N: nested(), S: subnet({ 'Fn::GetAtt': ['N', 'Outputs.Id'] }) }, { N: outputs(tree({ Vpc: vpc() })) }),
      tree(
        { N: nested(), S: subnet({ 'Fn::GetAtt': ['N', 'Outputs.Id'] }) },
        { N: outputs(tree({ Vpc: vpc({ CidrBlock: '10.1.0.0/16' }) })) },
      ),
      ['replaced Net/N/Vpc !', 'replaced Net/S !'],
    ],
    [
      'a changed template that cannot be looked into may do anything',
      tree({ N: nested({ A: 1 }) }),
      tree({ N: nested({ A: 2 }) }),
      ['mayBeReplaced Net/N !'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(compare(before, after).changes.map(told)).toEqual(expected);
  });
});

describe('several stacks', () => {
  test('the same name in another Region is another stack', () => {
    const { changes: found, leftBehind } = compareAssemblies(
      [stack('Net', tree({ Vpc: vpc() }))],
      [stack('Net', tree({}), 'aws://111122223333/us-east-1')],
    );
    expect(found).toEqual([]);
    expect(leftBehind).toEqual([{ stack: 'Net', environment: ENVIRONMENT, resources: 1, protected: 1 }]);
  });

  test('a stack that is gone is left behind and fails nothing', () => {
    const content = tree(
      { N: resource('AWS::CloudFormation::Stack'), Role: resource('AWS::IAM::Role') },
      { N: tree({ B: bucket() }) },
    );
    const report = compareAssemblies([stack('Old', content)], []);
    expect(report).toMatchObject({ ok: true, changes: [], stacks: [] });
    expect(report.leftBehind).toEqual([{ stack: 'Old', environment: ENVIRONMENT, resources: 3, protected: 2 }]);
  });

  test('what comes elsewhere with the same content is hinted at, in the same stack first', () => {
    const { changes: found } = compareAssemblies(
      [stack('A', tree({ Old: bucket(), Vpc: vpc() })), stack('B', tree({}))],
      [stack('A', tree({ New: bucket() })), stack('B', tree({ Bucket: bucket(), Vpc: vpc() }))],
    );
    expect(found.map(({ id, movedTo }) => [id, movedTo])).toEqual([
      ['A/Old', 'A/New'],
      ['A/Vpc', 'B/Vpc'],
    ]);
  });
});
