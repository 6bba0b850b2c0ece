import { z } from 'zod';

// The content security policy forbids code made at run time; must be set before any schema exists.
z.config({ jitless: true });
