import { runCdkApp } from '../lib/run-cdk-app';

runCdkApp();
