import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../../lib/config';
import { runCli } from '../../support/run-cli';

/** What the emulated AWS Organizations answers to ListAccounts, or the error it gives. */
let live: { Id: string; Name: string; Email: string; State: string }[];
let failure: string | undefined;
let authorization: string | undefined;
let server: Server;
let folder: string;
const environment = { ...process.env };
const lockFile = (): string => readFileSync(join(folder, 'accounts.lock.json'), 'utf8');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  cpSync('config', folder, { recursive: true });
  failure = undefined;
  live = (parseConfig('config').files?.organization.accounts ?? []).map(({ id, name, email }, index) => ({
    Id: id ?? (name === 'sandbox-1' ? '012345678901' : String(700000000000 + index)),
    Name: name,
    Email: email,
    State: 'ACTIVE',
  }));
  server = createServer((request, response) => {
    authorization = request.headers.authorization;
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      if (failure !== undefined) {
        response.statusCode = 400;
        response.end(JSON.stringify({ __type: failure, Message: 'said so' }));
        return;
      }
      const describe = String(request.headers['x-amz-target']).endsWith('.DescribeOrganization');
      response.end(JSON.stringify(describe ? { Organization: { Id: 'o-exampleorgid' } } : { Accounts: live }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env = {
    PATH: environment.PATH,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
});
afterEach(async () => {
  process.env = environment;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const sync = (...flags: string[]) => runCli('accounts', 'sync', '--config', folder, '--lang', 'en', ...flags);

test.each(['ap-northeast-2', 'us-gov-west-1'])('asks in the partition of the home Region %s', async (homeRegion) => {
  const path = join(folder, 'organization.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('ap-northeast-2', homeRegion));
  await sync();
  expect(authorization).toContain(`/${homeRegion}/organizations/aws4_request`);
});

test('shows the plan and writes nothing (2), writes with --apply (0), and then finds nothing to do (0)', async () => {
  const before = lockFile();
  const plan = await sync();
  expect(plan.code).toBe(2);
  expect(plan.out).toMatch(/\+ payments-prod +7000000000\d\d/);
  expect(lockFile()).toBe(before);

  const applied = await sync('--apply');
  expect(applied.code).toBe(0);
  expect(JSON.parse(lockFile()).accounts.map(({ name }: { name: string }) => name)).toContain('payments-prod');

  const again = await sync();
  expect(again.code).toBe(0);
  expect((await runCli('targets', '{ accounts: [payments-prod] }', '--config', folder, '--json')).out).toMatch(
    /7000000000\d\d/,
  );
});

test('a conflict ends with 1 and writes nothing', async () => {
  const before = lockFile();
  live = live.map((account) => (account.Name === 'network' ? { ...account, Id: '210987654321' } : account));
  const { code, out } = await sync('--apply', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ outcome: 'conflict', counts: { conflicts: 1 } });
  expect(lockFile()).toBe(before);
});

test('a refused call says which permissions are missing', async () => {
  failure = 'AccessDeniedException';
  const { code, err } = await sync('--apply');
  expect(code).toBe(1);
  expect(err).toContain('organizations:ListAccounts');
});

test('a broken config is reported before AWS is asked', async () => {
  failure = 'AccessDeniedException';
  rmSync(join(folder, 'organization.yaml'));
  const { code, err } = await sync();
  expect(code).toBe(1);
  expect(err).toContain('organization.yaml');
  expect(err).not.toContain('organizations:ListAccounts');
});
