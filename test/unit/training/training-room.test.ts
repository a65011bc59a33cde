import { describe, expect, it } from 'vitest';
import { walletFaultOf } from '../../../electron/training/training-room.ts';
import { answerErrors, answerFaults } from '../../../shared/contract/training.ts';
import { WalletFault } from '../../../simulator/wallet/faults.ts';

describe('a choice of the dock', () => {
  it.each([...answerFaults, ...answerErrors])('%s is a fault that the simulator knows', (fault) => {
    expect(WalletFault.parse(walletFaultOf({ fault, operation: null }))).toEqual(expect.any(Object));
    const limited = walletFaultOf({ fault, operation: 'balance' });
    expect('on' in limited ? limited.on : 'everything').toBe(fault === 'clock-off' ? 'everything' : 'balance');
  });

  it('can be every kind of fault that an answer can have', () => {
    const kinds = new Set(answerFaults.map((fault) => walletFaultOf({ fault, operation: null }).kind));
    expect([...kinds].sort()).toEqual(
      ['clock-skew', 'cut-off', 'empty-body', 'html', 'latency', 'rate-limit', 'reset', 'silent'].sort(),
    );
  });

  it('can be each error of the API, with its status', () => {
    expect(walletFaultOf({ fault: '409 invalid_state', operation: 'cancel-payment' })).toEqual({
      ...{ kind: 'error', status: 409, code: 'invalid_state', on: 'cancel-payment' },
    });
  });
});
