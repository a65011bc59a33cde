import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothingSpecial } from './needs.ts';

/**
 * Reads the API's clock in Unix seconds; needs no credentials, so that it works when the clock is what is wrong.
 * The client corrects its time stamps by every answer to this.
 * Source: public documentation of the API, server information.
 */
export const readServer = endpoint({
  name: 'server.read',
  summary: "Reads the API's clock; needs no credentials.",
  source: 'public documentation of the API, server information',
  method: 'GET',
  path: '/server',
  parameters: z.strictObject({}),
  answer: z.object({ time: z.int().positive() }),
  effect: 'read',
  authenticated: false,
  needs: nothingSpecial,
  refusals: {},
});
