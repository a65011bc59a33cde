import { describe, expect, it } from 'vitest';
import { tillOf, trainingOf } from '../../../../renderer/gateway/till.ts';
import type { Bridge } from '../../../../shared/contract/live.ts';
import type { TrainingBridge } from '../../../../shared/contract/training.ts';

const broken = {
  call: () => Promise.reject(new Error('the window is being closed')),
  on: () => () => undefined,
};

describe('the gateway', () => {
  it('turns a rejected call into a fault, so that no screen waits forever', async () => {
    const answer = await tillOf(broken as Bridge).call('station/read', {});
    expect(answer).toEqual({ ok: false, error: { code: 'app.fault', kind: 'fault' } });
  });

  it('does the same for the training dock, and knows a station without one', async () => {
    const training = trainingOf(broken as TrainingBridge);
    const answer = await training?.call('training/take-paper', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'app.fault' } });
    expect(trainingOf(undefined)).toBeNull();
  });
});
