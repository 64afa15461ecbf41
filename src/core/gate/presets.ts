// What makes a change one of architecture: for each rule of the gate, which files, and which of their
// changes.

import type { GateRule } from '../config/defaults.ts';
import { matchesGlob } from '../config/documents.ts';

export type PresetRule = Extract<GateRule, 'schema' | 'migrations' | 'protocols' | 'infrastructure'>;

/** Globs of the presets that a project can switch on. */
export const PRESETS: Readonly<Record<PresetRule, readonly string[]>> = {
  schema: [
    '**/schema.{prisma,sql,rb,graphql,ts,js,py,dbml}',
    '**/*.{prisma,dbml}',
    '**/{db,database,sql}/**/*schema*.{sql,ts,js,py,rb,go}',
    '**/{db,database}/schema/**',
    '**/structure.sql',
    '**/*.schema.{json,sql}',
  ],
  migrations: [
    '**/migrations/**/*.{sql,ts,js,mjs,cjs,py,rb,php,go,cs,kt,java,ex,exs,toml,yaml,yml,xml,json}',
    '**/db/migrate/**',
    '**/alembic/versions/**/*.py',
    '**/db/migration/**',
    '**/db/changelog/**',
  ],
  protocols: [
    '**/*.{proto,thrift,avsc,avdl,capnp,fbs,wsdl,xsd,graphqls,gql,graphql,smithy,raml}',
    '**/{openapi,swagger,asyncapi}*.{json,yaml,yml}',
    '**/*.{openapi,swagger,asyncapi}.{json,yaml,yml}',
  ],
  infrastructure: [
    '**/{Dockerfile,Containerfile}',
    '**/{Dockerfile,Containerfile}.*',
    '**/*.{Dockerfile,dockerfile}',
    '**/{docker-compose,compose}*.{yml,yaml}',
    '**/*.{tf,tfvars,bicep,nomad}',
    '**/{k8s,kubernetes,helm,charts,terraform,ansible,pulumi,cloudformation}/**/*.{yml,yaml,json,tpl}',
    '**/{fly,netlify,wrangler,railway}.toml',
    '**/{vercel,railway,cdk,firebase,now}.json',
    '**/{render,app,serverless,template,Pulumi,skaffold,cloudbuild,Chart}.{yml,yaml}',
    '**/Procfile',
  ],
};

// What is copied in, generated or only tried out.
const FOREIGN =
  '**/{node_modules,vendor,third_party,fixtures,__fixtures__,testdata,test,tests,__tests__,examples,example,dist,build}/**';

export const PRESET_RULES = Object.keys(PRESETS) as PresetRule[];

/** Whether a preset means the path; never one that is vendored, generated, an example or a test's. */
export const isPresetPath = (rule: PresetRule, path: string): boolean =>
  !matchesGlob(FOREIGN, path) && PRESETS[rule].some((glob) => matchesGlob(glob, path));

export const isForeign = (path: string): boolean => matchesGlob(FOREIGN, path);
