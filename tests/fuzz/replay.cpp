// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzz target each file of the folder that is named, so that what was found once is tried
// in every build, with any compiler. It ends by itself where the target does not end the program.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("the folder of the corpus is missing\n", stderr);
        return 2;
    }
    std::size_t count = 0;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1])) {
        std::string bytes(entry.file_size(), '\0');
        std::ifstream file(entry.path(), std::ios::binary);
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        // Written first: who aborts says no more.
        std::printf("%s\n", entry.path().c_str());
        std::fflush(stdout);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
        ++count;
    }
    return count > 0 ? 0 : 1;
}
