// The built-in template validation costs 4 to 5 s a test file; one strict synth in CI runs it instead.
process.env.CDK_VALIDATION = 'false';
