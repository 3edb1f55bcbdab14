import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { types } from 'node:util';
import { listOrganization, openOrganizations, type RetryOptions } from '../../../lib/bootstrap';
import { IDS, live, ORGANIZATION } from './fixtures';

const [A, B, C] = IDS;
const wire = (name: string, Id: string) => ({
  Id,
  Name: name,
  Email: `${name}@example.com`,
  State: 'ACTIVE',
  JoinedTimestamp: 1.5e9,
});
const PAGES: Record<string, unknown> = {
  '': { Accounts: [wire('a', A)], NextToken: 'two' },
  two: { Accounts: [], NextToken: 'three' },
  three: { Accounts: [wire('b', B), wire('c', C)] },
};

interface Call {
  readonly operation: string;
  readonly authorization: string;
  readonly token?: string;
}

// Jest gives tests an `Error` of their own; without this the SDK takes the errors of Node's sockets for strangers.
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, error: unknown): boolean {
    return this === Error ? types.isNativeError(error) : Function.prototype[Symbol.hasInstance].call(this, error);
  },
});

let server: Server;
let calls: Call[];
let failures: ({ status: number; type: string } | 'hang up')[];
const environment = { ...process.env };

beforeEach(async () => {
  calls = [];
  failures = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { NextToken: token } = JSON.parse(body);
      const operation = String(request.headers['x-amz-target']);
      calls.push({ operation, token, authorization: String(request.headers.authorization) });
      const failure = failures.shift();
      if (failure === 'hang up') return void request.socket.destroy();
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      if (failure) {
        response.statusCode = failure.status;
        return void response.end(JSON.stringify({ __type: failure.type, Message: 'said so' }));
      }
      const answer = operation.endsWith('.DescribeOrganization')
        ? { Organization: { Id: ORGANIZATION } }
        : PAGES[token ?? ''];
      response.end(JSON.stringify(answer));
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
});

function patience(): RetryOptions & { waits: number[] } {
  const waits: number[] = [];
  return { waits, jitter: () => 1, sleep: async (milliseconds) => void waits.push(milliseconds) };
}
const list = async (retry: RetryOptions = patience()) =>
  listOrganization(await openOrganizations('ap-northeast-2'), { retry });

describe('the real SDK client', () => {
  test('reads the organization page by page, signed for the one region of the service', async () => {
    expect(await list()).toEqual({
      organizationId: ORGANIZATION,
      accounts: [live('a', A), live('c', C), live('b', B)],
    });
    expect(calls.map(({ operation, token }) => [operation, token])).toEqual([
      ['AWSOrganizationsV20161128.DescribeOrganization', undefined],
      ['AWSOrganizationsV20161128.ListAccounts', undefined],
      ['AWSOrganizationsV20161128.ListAccounts', 'two'],
      ['AWSOrganizationsV20161128.ListAccounts', 'three'],
    ]);
    for (const { authorization } of calls)
      expect(authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/organizations\/aws4_request/);
  });

  test('leaves all retries to us', async () => {
    const retry = patience();
    failures = [
      { status: 400, type: 'TooManyRequestsException' },
      { status: 400, type: 'TooManyRequestsException' },
      { status: 500, type: 'ServiceException' },
      'hang up',
    ];
    expect((await list(retry)).accounts).toHaveLength(3);
    expect(calls).toHaveLength(8);
    expect(retry.waits).toEqual([200, 400, 800, 1600]);
  });

  test.each([
    [400, 'AccessDeniedException', 'access-denied'],
    [400, 'AWSOrganizationsNotInUseException', 'not-in-organization'],
    [400, 'ExpiredTokenException', 'expired-credentials'],
    [400, 'UnrecognizedClientException', 'rejected-credentials'],
    [400, 'com.amazonaws.organizations.v20161128#AccessDeniedException', 'access-denied'],
  ])('status %d with %s is %s', async (status, type, code) => {
    failures = [{ status, type }];
    await expect(list()).rejects.toMatchObject({ code });
    expect(calls).toHaveLength(1);
  });

  test('gives up when it is throttled for ever', async () => {
    failures = Array.from({ length: 9 }, () => ({ status: 400, type: 'TooManyRequestsException' }));
    await expect(list()).rejects.toMatchObject({ code: 'throttled' });
    expect(calls).toHaveLength(8);
  });

  test('says that there are no credentials, without a call', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    await expect(list()).rejects.toMatchObject({ code: 'no-credentials' });
    expect(calls).toEqual([]);
  });

  test('says that the service cannot be reached', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    await expect(list()).rejects.toMatchObject({ code: 'network' });
  });
});

test('the SDK is loaded only when the client is opened', async () => {
  jest.resetModules();
  jest.doMock('@aws-sdk/client-organizations', () => {
    throw new Error('the SDK was loaded');
  });
  const bootstrap = jest.requireActual<typeof import('../../../lib/bootstrap')>('../../../lib/bootstrap');
  await expect(bootstrap.openOrganizations('us-east-1')).rejects.toThrow('the SDK was loaded');
  jest.dontMock('@aws-sdk/client-organizations');
});
