import fastifySwagger from '@fastify/swagger';
import Fastify from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Platform } from '../platform.ts';
import { contractSchema, describeContract } from './contract.ts';
import { allRoutes } from './routes.ts';

/** The contract of the HTTP interface as text, OpenAPI 3.1: the committed `openapi.json`. */
export async function contractDocument(): Promise<string> {
  const app = Fastify();
  await app.register(fastifySwagger, {
    openapi: describeContract(),
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  // Describing a way in asks nothing of what lies behind it.
  const behind: Platform = Object.create(null);
  for (const one of allRoutes(behind, undefined)) {
    app.route({
      method: one.method,
      url: `/api${one.path}`,
      schema: contractSchema(one),
      handler: () => {
        throw new Error('a described route is never asked');
      },
    });
  }
  await app.ready();
  const text = JSON.stringify(withoutUnused(JSON.parse(JSON.stringify(app.swagger()))), null, 1);
  await app.close();
  return `${text}\n`;
}

interface Contract {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** The generator describes every schema as it comes in and as it goes out; what nothing refers to is left away. */
function withoutUnused(contract: Contract): Contract {
  const { schemas } = contract.components;
  const text = JSON.stringify({ ...contract, components: { schemas: {} } });
  const used = new Set<string>();
  const open = namesIn(text);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    open.push(...namesIn(JSON.stringify(schemas[name])));
  }
  // By name: the order in which the program was loaded says nothing.
  const kept = Object.entries(schemas)
    .filter(([name]) => used.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...contract, components: { ...contract.components, schemas: Object.fromEntries(kept) } };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
}
