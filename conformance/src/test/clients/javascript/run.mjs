// Plays a scenario with the AWS SDK for JavaScript: see ../README.md.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";

const [scenario, variables] = process.argv.slice(2);
const known = JSON.parse(readFileSync(variables, "utf8"));
const endpoint = process.env.CLAVIGER_ENDPOINT;
const apis = {
  iam: [iam, new iam.IAMClient({ endpoint, region: "us-east-1", maxAttempts: 1 })],
  sts: [sts, new sts.STSClient({ endpoint, region: "us-east-1", maxAttempts: 1 })],
};
const DOCUMENTS = new Set(["PolicyDocument", "AssumeRolePolicyDocument", "Document"]);

function totp(seed, step) {
  const bits = [...seed].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"));
  const key = Buffer.from(bits.join("").match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}

function filled(value, now) {
  if (typeof value === "string") {
    return value.replace(/\$\{(\w+)(?:@(-?\d+))?\}/g, (_, name, steps) =>
      steps === undefined ? known[name] : totp(known[name], now + Number(steps)));
  }
  if (Array.isArray(value)) return value.map((part) => filled(part, now));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, now)]));
  }
  return value;
}

// Documents as the other clients show them: decoded.
function shown(value, key) {
  if (DOCUMENTS.has(key) && typeof value === "string") return JSON.parse(decodeURIComponent(value));
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (Array.isArray(value)) return value.map((part) => shown(part));
  if (value && typeof value === "object" && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).filter(([name]) => name !== "$metadata").map(([name, part]) => [name, shown(part, name)]));
  }
  return value;
}

async function play(step) {
  const [service, name] = (step.call ?? step.pages ?? step.wait).split(":");
  const [api, client] = apis[service];
  const input = filled(step.in ?? {}, Math.floor(Date.now() / 30000));
  if (step.wait) {
    await api[`waitUntil${name}`]({ client, maxWaitTime: 20 }, input);
    return {};
  }
  if (step.pages) {
    const all = [];
    for await (const page of api[`paginate${name}`]({ client, pageSize: 2 }, input)) all.push(...page[step.of]);
    return shown({ [step.of]: all });
  }
  return shown(await client.send(new api[`${name}Command`](input)));
}

for (const line of readFileSync(scenario, "utf8").split("\n").filter((one) => one.startsWith("{"))) {
  const step = JSON.parse(line);
  let result;
  try {
    const out = await play(step);
    for (const [name, path] of Object.entries(step.keep ?? {})) {
      known[name] = path.split(".").reduce((part, field) => part[field], out);
    }
    result = { out };
  } catch (e) {
    result = e.Code ? { error: e.Code } : { failure: String(e.stack) };
  }
  console.log(JSON.stringify(result));
}
