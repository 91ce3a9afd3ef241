"""Plays a scenario with boto3, or with the AWS CLI in this process: see ../README.md."""

import base64
import contextlib
import datetime
import hashlib
import hmac
import io
import json
import os
import re
import struct
import sys
import time
import traceback

client_name, scenario, variables = sys.argv[1:]
with open(variables, encoding="utf-8") as file:
    known = json.load(file)
endpoint = os.environ["CLAVIGER_ENDPOINT"]


def totp(seed, step):
    counter = struct.pack(">Q", step)
    hashed = hmac.new(base64.b32decode(seed + "=" * (-len(seed) % 8)), counter, hashlib.sha1).digest()
    start = hashed[19] & 15
    return f"{(struct.unpack('>I', hashed[start:start + 4])[0] & 0x7FFFFFFF) % 1000000:06}"


def filled(value, now):
    if isinstance(value, str):
        return re.sub(
            r"\$\{(\w+)(?:@(-?\d+))?\}",
            lambda match: totp(known[match[1]], now + int(match[2])) if match[2] else known[match[1]],
            value,
        )
    if isinstance(value, list):
        return [filled(part, now) for part in value]
    if isinstance(value, dict):
        return {key: filled(part, now) for key, part in value.items()}
    return value


def shown(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.decode() if isinstance(value, bytes) and value[:1] != b"\x89" else str(value)


def knows(model, name, given):
    """Whether a client of this model can call the operation with these parameters."""
    if name not in model.operation_names:
        return False
    shape = model.operation_model(name).input_shape
    return set(given) <= set(shape.members if shape else ())


class Boto3:
    def __init__(self):
        import boto3
        from botocore.config import Config
        from botocore.exceptions import ClientError

        self.refused = ClientError
        config = Config(retries={"total_max_attempts": 1})
        self.clients = {
            name: boto3.client(name, endpoint_url=endpoint, region_name="us-east-1", config=config)
            for name in ("iam", "sts")
        }

    def knows(self, service, name, given):
        return knows(self.clients[service].meta.service_model, name, given)

    def call(self, service, name, given):
        from botocore import xform_name

        out = getattr(self.clients[service], xform_name(name))(**given)
        out.pop("ResponseMetadata", None)
        return out

    def pages(self, service, name, given, of):
        from botocore import xform_name

        paginator = self.clients[service].get_paginator(xform_name(name))
        pages = paginator.paginate(**given, PaginationConfig={"PageSize": 2})
        return {of: [one for page in pages for one in page[of]]}

    def wait(self, service, name, given):
        from botocore import xform_name

        self.clients[service].get_waiter(xform_name(name)).wait(**given)
        return {}

    def error(self, failure):
        return failure.response["Error"]["Code"] if isinstance(failure, self.refused) else None


class Refused(Exception):
    pass


class Cli:
    """The command line's own entry point, called once a command."""

    def __init__(self):
        from awscli.botocore import xform_name
        from awscli.clidriver import create_clidriver

        self.driver = create_clidriver()
        self.xform = lambda name: xform_name(name, "-")

    def knows(self, service, name, given):
        return knows(self.driver.session.get_service_model(service), name, given)

    def run(self, *arguments):
        printed, complaints = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complaints):
            try:
                common = ["--endpoint-url", endpoint, "--region", "us-east-1", "--output", "json"]
                code = self.driver.main([*common, *arguments])
            except SystemExit as ended:
                code = ended.code
        if code:
            raise Refused(f"{' '.join(arguments)}: {code} {complaints.getvalue()}")
        return json.loads(printed.getvalue() or "{}")

    def call(self, service, name, given):
        if name == "CreateVirtualMFADevice":
            return self.device(given)
        return self.run(service, self.xform(name), "--cli-input-json", json.dumps(given))

    def device(self, given):
        """The command writes the seed to a file in place of showing it."""
        file = variables + ".seed"
        out = self.run(
            "iam", "create-virtual-mfa-device", "--outfile", file, "--bootstrap-method", "Base32StringSeed",
            "--virtual-mfa-device-name", given["VirtualMFADeviceName"],
        )
        with open(file, encoding="ascii") as seed:
            out["VirtualMFADevice"]["Base32StringSeed"] = seed.read()
        return out

    def pages(self, service, name, given, of):
        out = self.run(service, self.xform(name), "--page-size", "2", "--cli-input-json", json.dumps(given))
        return {of: out[of]}

    def wait(self, service, name, given):
        return self.run(service, "wait", self.xform(name), "--cli-input-json", json.dumps(given))

    def error(self, failure):
        match = re.search(r"An error occurred \((\w+)\)", str(failure))
        return match[1] if match and isinstance(failure, Refused) else None


def play(client, step):
    service, name = (step.get("call") or step.get("pages") or step.get("wait")).split(":")
    given = filled(step.get("in", {}), int(time.time()) // 30)
    if "wait" in step:
        return client.wait(service, name, given)
    if "pages" in step:
        return client.pages(service, name, given, step["of"])
    return client.call(service, name, given)


def result(client, step):
    service, name = (step.get("call") or "iam:ListUsers").split(":")
    if not client.knows(service, name, step.get("in", {}) if "call" in step else {}):
        return {"unknown": True}
    try:
        out = play(client, step)
        for variable, path in step.get("keep", {}).items():
            value = out
            for field in path.split("."):
                value = value[field]
            known[variable] = value.decode() if isinstance(value, bytes) else value
        return {"out": out}
    except Exception as failure:  # told to who compares
        code = client.error(failure)
        return {"error": code} if code else {"failure": traceback.format_exc()}


client = {"boto3": Boto3, "cli": Cli}[client_name]()
with open(scenario, encoding="utf-8") as file:
    for line in file:
        if line.startswith("{"):
            print(json.dumps(result(client, json.loads(line)), default=shown), flush=True)
