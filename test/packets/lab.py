"""Builds network namespaces from a plan on stdin, sends every probe at once, prints what arrived and who forwarded it.

The namespaces have no names: they live as long as this process, so that nothing is left behind however it ends.
"""
import ctypes
import json
import os
import re
import selectors
import socket
import subprocess
import sys

CLONE_NEWNET = 0x40000000
PORT = 7
# Everything runs on one machine: what is delivered at all is delivered in milliseconds; a lost SYN comes again after 1 s.
QUIET_SECONDS = 1.2

libc = ctypes.CDLL(None, use_errno=True)


def check(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def enter(namespace):
    check(libc.setns(namespace, CLONE_NEWNET))


def run(command, text):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {' '.join(done.stderr.split())}")
    return done.stdout


def create(host):
    check(libc.unshare(CLONE_NEWNET))
    settings = {"ip_forward": int(host["forwards"]), "conf/all/rp_filter": 0, "conf/default/rp_filter": 0}
    # A router that sends packets back where they came from would tell the sender to go another way.
    settings |= {"conf/all/send_redirects": 0, "conf/default/send_redirects": 0}
    for name, value in settings.items():
        with open(f"/proc/sys/net/ipv4/{name}", "w") as file:
            file.write(str(value))
    return os.open("/proc/self/ns/net", os.O_RDONLY)


def listen(namespace):
    enter(namespace)
    server = socket.create_server(("0.0.0.0", PORT), backlog=512)
    server.setblocking(False)
    return server


def connect(namespace, source, target):
    enter(namespace)
    client = socket.socket()
    client.setblocking(False)
    client.bind((source, 0))
    client.connect_ex((target, PORT))
    return client


def exchange(namespaces, probes):
    """The address that each target saw, by index of the probe; nothing for a probe without an answer."""
    selector = selectors.DefaultSelector()
    for host in {probe["from"] for probe in probes}:
        selector.register(listen(namespaces[host]), selectors.EVENT_READ, ("server", None))
    for index, probe in enumerate(probes):
        client = connect(namespaces[probe["from"]], probe["source"], probe["target"])
        selector.register(client, selectors.EVENT_WRITE, ("connect", index))
    answers = {}
    waiting = len(probes)
    while waiting and (events := selector.select(QUIET_SECONDS)):
        for key, _ in events:
            (role, index), sock = key.data, key.fileobj
            try:
                if role == "server":
                    selector.register(sock.accept()[0], selectors.EVENT_READ, ("serve", None))
                elif role == "serve":
                    if sock.recv(64):
                        sock.sendall(sock.getpeername()[0].encode())
                    else:
                        selector.unregister(sock)
                        sock.close()
                elif role == "connect":
                    sock.sendall(b"probe")
                    selector.modify(sock, selectors.EVENT_READ, ("answer", index))
                else:
                    answers[index] = sock.recv(64).decode()
                    raise ConnectionAbortedError
            except OSError:
                selector.unregister(sock)
                sock.close()
                waiting -= role in ("connect", "answer")
    return answers


def forwarded(namespace):
    enter(namespace)
    return re.findall(r"(\d[\d.]+) \. (\d[\d.]+)", run(["nft", "list", "set", "ip", "lab", "seen"], ""))


def main():
    plan = json.load(sys.stdin)
    namespaces = {host["name"]: create(host) for host in plan["hosts"]}
    path = {name: f"/proc/{os.getpid()}/fd/{namespace}" for name, namespace in namespaces.items()}
    run(["ip", "-batch", "-"], "".join(
        f"link add {near} netns {path[one]} type veth peer name {far} netns {path[other]}\n"
        for one, near, other, far in plan["links"]
    ))
    for host in plan["hosts"]:
        enter(namespaces[host["name"]])
        run(["ip", "-batch", "-"], "\n".join(host["ip"]))
        if host["nft"]:
            run(["nft", "-f", "-"], host["nft"])
    answers = exchange(namespaces, plan["probes"])
    json.dump({
        "answers": [{**probe, "seenAs": answers[index]} for index, probe in enumerate(plan["probes"]) if index in answers],
        "forwarded": {name: forwarded(namespaces[name]) for name in plan["observed"]},
    }, sys.stdout)


main()
