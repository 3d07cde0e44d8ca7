// Validates the Kubernetes objects on stdin (YAML documents) by the schemas of kubernetes-models: types and required fields.
// Writes a line per error, and "no schema: APIVERSION KIND" for kinds that no package knows.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const packages = [
  "kubernetes-models",
  "@kubernetes-models/gateway-api",
  "@kubernetes-models/keda",
  "@kubernetes-models/prometheus-operator",
];

async function modelOf({ apiVersion, kind }) {
  for (const name of packages) {
    try {
      return (await import(`${name}/${apiVersion}/${kind}`))[kind];
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND" && error.code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") {
        throw error;
      }
    }
  }
}

for (const document of parseAllDocuments(readFileSync(0, "utf8"))) {
  const object = document.toJS();
  if (document.errors.length > 0 || object === null) {
    console.log(`not a YAML document: ${document.errors[0] ?? "empty"}`);
    continue;
  }

  const Model = await modelOf(object);
  if (Model === undefined) {
    console.log(`no schema: ${object.apiVersion} ${object.kind}`);
    continue;
  }

  try {
    new Model(object).validate();
  } catch (error) {
    console.log(`${object.kind}/${object.metadata?.name}: ${error.message}`);
  }
}
