import { config } from 'zod/v4/core';

// The content security policy forbids code made at run time; must be set before any schema exists.
config({ jitless: true });
