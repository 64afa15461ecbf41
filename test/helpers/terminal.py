"""Runs a program in a terminal of its own and plays steps on it. One JSON object in, one out; see terminal.ts."""
import errno, fcntl, json, os, pty, select, signal, struct, subprocess, sys, termios, time, tty


def read_available(master, seen, seconds):
    """What the program printed within the time; False once the terminal is closed."""
    if not select.select([master], [], [], seconds)[0]:
        return True
    try:
        chunk = os.read(master, 65536)
    except OSError as error:
        if error.errno == errno.EIO:
            return False
        raise
    seen += chunk
    return bool(chunk)


def wait_for(master, seen, start, text, until):
    while text not in seen[start:]:
        if time.time() > until or not read_available(master, seen, 0.05):
            return False
    return True


def modes(master):
    flags = termios.tcgetattr(master)[3]
    return {"canonical": bool(flags & termios.ICANON), "echo": bool(flags & termios.ECHO)}


def running(session, name):
    """The processes of that name in the terminal's session."""
    rows = subprocess.run(["ps", "-A", "-o", "pid=,sess=,comm="], stdout=subprocess.PIPE, text=True).stdout
    for row in rows.splitlines():
        pid, sid, comm = row.split(None, 2)
        if sid == str(session) and comm.strip() in ([name, "MainThread"] if name == "node" else [name]):
            yield int(pid)


def run(plan):
    pid, master = pty.fork()
    if pid == 0:
        if plan.get("raw"):
            tty.setraw(0)
        if plan.get("detached"):
            # A new session: stderr is still this terminal, but it is not the controlling one.
            if os.fork() > 0:
                os._exit(os.WEXITSTATUS(os.wait()[1]))
            os.setsid()
        os.chdir(plan["cwd"])
        os.execvpe(plan["argv"][0], plan["argv"], plan["env"])
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", *plan.get("size", [40, 100]), 0, 0))
    seen, failed = bytearray(), None
    until = time.time() + plan["seconds"]
    start = 0
    is_open = True
    for step in plan["steps"]:
        if "see" in step:
            if not wait_for(master, seen, start, step["see"].encode(), until):
                failed = step["see"]
                break
            # Only what comes later counts for the next step.
            start = seen.index(step["see"].encode(), start) + len(step["see"].encode())
            time.sleep(0.05)
        elif "type" in step:
            os.write(master, step["type"].encode())
        elif "wait" in step:
            time.sleep(step["wait"])
        elif "kill" in step:
            os.kill(pid, getattr(signal, step["kill"]))
        elif "killed" in step:
            for one in running(pid, step["killed"]):
                os.kill(one, signal.SIGKILL)
        elif "hangUp" in step:
            os.close(master)
            is_open = False
    status = None
    while status is None and time.time() < until:
        is_readable = is_open and read_available(master, seen, 0.02)
        done, code = os.waitpid(pid, os.WNOHANG)
        if done:
            status = os.waitstatus_to_exitcode(code)
        elif not is_readable:
            time.sleep(0.02)
    if status is None:
        failed = failed or "the end"
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    while is_open and select.select([master], [], [], 0)[0] and read_available(master, seen, 0):
        pass
    left = modes(master) if is_open else None
    return {"output": seen.decode("utf8", "replace"), "status": status, "missed": failed, "left": left}


print(json.dumps(run(json.load(sys.stdin))))
