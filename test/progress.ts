/** Called as a long run goes on, with what is done and what there is to do. */
export type TellProgress = (done: number, all: number) => void;

export const sayNothing: TellProgress = () => undefined;
