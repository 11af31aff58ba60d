import { configureGlobal } from "fast-check";

/** The same cases in every run, so that a failure is the change's; FC_SEED=$RANDOM npm test tries others. */
configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_123) });
