import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { kismsGuardPlugin } from '../../../constructs/kisms-checks';
import type { Finding } from './synthesize';

const GUARD = `
let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule S3_BUCKET_VERSIONING_ENABLED when %buckets !empty {
  %buckets.Properties.VersioningConfiguration.Status == 'Enabled'
}
rule OF_OUR_OWN when %buckets !empty {
  %buckets.Properties.BucketName exists
}
`;

describe("the user's copy of AWS's Guard rules", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guard-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('runs over the finished templates, with the criteria of the rules that the catalogue knows', () => {
    const file = join(folder, 'k-isms.guard');
    writeFileSync(file, GUARD);
    const outdir = join(folder, 'cdk.out');
    const app = new App({ outdir });
    const bucket = new CfnBucket(new Stack(app, 'S'), 'B', { versioningConfiguration: { status: 'Enabled' } });
    bucket.addPropertyOverride('VersioningConfiguration.Status', 'Suspended');
    Validations.of(app).addPlugins(kismsGuardPlugin([file]));
    const printed = jest.spyOn(console, 'error').mockImplementation();
    app.synth();
    printed.mockRestore();
    const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
      pluginReports: { violations: Finding[] }[];
    };
    const found = pluginReports.flatMap(({ violations }) =>
      violations.map(({ ruleName, severity, ruleMetadata, violatingConstructs: [first] }) => ({
        ruleName,
        severity,
        criteria: ruleMetadata?.criteria,
        at: first?.constructPath,
      })),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        { ruleName: 'S3_BUCKET_VERSIONING_ENABLED', severity: 'warning', criteria: '2.9.3,2.12.1', at: 'S/B' },
        { ruleName: 'OF_OUR_OWN', severity: 'warning', criteria: undefined, at: 'S/B' },
      ]),
    );
  }, 120_000);

  test.each<[string, string[], RegExp]>([
    ['no file', [], /^'guardFiles' is empty; name one or more \.guard files$/],
    ['a file that is missing', ['/nowhere/k-isms.guard'], /ENOENT.*k-isms\.guard/],
  ])('refuses %s', (_, files, message) => expect(() => kismsGuardPlugin(files)).toThrow(message));
});
